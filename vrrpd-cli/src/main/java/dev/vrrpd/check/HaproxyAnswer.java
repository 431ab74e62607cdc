package dev.vrrpd.check;

import dev.vrrpd.core.config.Probe;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Asks haproxy's stats socket: {@code show info}, or {@code show stat} for a backend with a server
 * that is up (haproxy's management guide, section 9). On the checks' thread.
 */
final class HaproxyAnswer extends SimpleChannelInboundHandler<ByteBuf> {
  private static final int LONGEST = 4 << 20;

  private static final int STATUS_COLUMN = 17;

  private final Probe.Haproxy probe;
  private final Question question;
  private final StringBuilder text = new StringBuilder();

  HaproxyAnswer(Probe.Haproxy probe, Question question) {
    this.probe = probe;
    this.question = question;
  }

  static Consumer<Channel> asking(Probe.Haproxy probe) {
    String command = probe.backend().isPresent() ? "show stat\n" : "show info\n";
    return channel -> {
      var _ = channel.writeAndFlush(Unpooled.copiedBuffer(command, StandardCharsets.US_ASCII));
    };
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ByteBuf octets) {
    text.append(octets.toString(StandardCharsets.ISO_8859_1));
    if (text.length() > LONGEST) {
      question.fail("more than haproxy would say");
    }
  }

  /** haproxy closes when it has said everything. */
  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (probe.backend().isEmpty()) {
      if (text.indexOf("Name: HAProxy") >= 0) {
        question.succeed();
      } else {
        question.fail("no haproxy there");
      }
    } else if (text.toString().lines().anyMatch(line -> isUp(line, probe.backend().get()))) {
      question.succeed();
    } else {
      question.fail("no server of %s is up".formatted(probe.backend().get()));
    }
  }

  /** pxname,svname,...: UP, or {@code no check} for a server that is never looked at. */
  private static boolean isUp(String line, String backend) {
    String[] columns = line.split(",", -1);
    return columns.length > STATUS_COLUMN
        && columns[0].equals(backend)
        && !columns[1].equals("FRONTEND")
        && !columns[1].equals("BACKEND")
        && (columns[STATUS_COLUMN].startsWith("UP") || columns[STATUS_COLUMN].equals("no check"));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    question.fail(cause);
  }
}
