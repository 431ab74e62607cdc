package dev.vrrpd.check;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.nio.charset.StandardCharsets;

/** One question for an address and what came back, RFC 1035 section 4. On the checks' thread. */
final class DnsAnswer extends SimpleChannelInboundHandler<DatagramPacket> {
  private static final int IDENTIFICATION = 0x7672;
  private static final int RECURSION_DESIRED = 0x0100;
  private static final int RESPONSE = 0x8000;
  private static final int TYPE_A = 1;
  private static final int CLASS_IN = 1;
  private static final int HEADER = 12;
  private static final int LONGEST_LABEL = 63;

  private final Question question;

  DnsAnswer(Question question) {
    this.question = question;
  }

  static ByteBuf query(String name) {
    ByteBuf query = Unpooled.buffer();
    query.writeShort(IDENTIFICATION).writeShort(RECURSION_DESIRED);
    query.writeShort(1).writeShort(0).writeShort(0).writeShort(0);
    for (String label : name.replaceFirst("\\.$", "").split("\\.", -1)) {
      byte[] octets = label.getBytes(StandardCharsets.US_ASCII);
      query.writeByte(Math.min(octets.length, LONGEST_LABEL));
      query.writeBytes(octets, 0, Math.min(octets.length, LONGEST_LABEL));
    }
    return query.writeByte(0).writeShort(TYPE_A).writeShort(CLASS_IN);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
    ByteBuf answer = packet.content();
    if (answer.readableBytes() < HEADER || answer.getUnsignedShort(0) != IDENTIFICATION) {
      return;
    }
    int flags = answer.getUnsignedShort(2);
    if ((flags & RESPONSE) == 0) {
      return;
    }
    if ((flags & 0xf) != 0) {
      question.fail("rcode " + (flags & 0xf));
    } else if (answer.getUnsignedShort(6) == 0) {
      question.fail("no address for the name");
    } else {
      question.succeed();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    question.fail(cause);
  }
}
