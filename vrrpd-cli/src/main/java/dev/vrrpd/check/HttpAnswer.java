package dev.vrrpd.check;

import dev.vrrpd.core.config.Probe;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/** Sends one GET and compares what comes back. On the checks' thread. */
final class HttpAnswer {
  private static final int LONGEST_BODY = 1 << 20;
  private static final int LEAST_GOOD = 200;
  private static final int MOST_GOOD = 399;

  private final Probe.Http probe;
  private final Question question;
  private final Optional<SslContext> context;

  /** The certificates to verify by cannot be used. */
  static final class Unverifiable extends Exception {
    private static final long serialVersionUID = 1;

    Unverifiable(Throwable cause) {
      super("certificates: " + cause.getMessage(), cause);
    }
  }

  HttpAnswer(Probe.Http probe, Question question) throws Unverifiable {
    this.probe = probe;
    this.question = question;
    this.context = probe.tls() ? Optional.of(context(probe)) : Optional.empty();
  }

  private static SslContext context(Probe.Http probe) throws Unverifiable {
    SslContextBuilder builder = SslContextBuilder.forClient().sslProvider(SslProvider.JDK);
    try {
      probe.authority().map(File::new).ifPresent(builder::trustManager);
      if (probe.trusting()) {
        builder.trustManager(InsecureTrustManagerFactory.INSTANCE);
      }
      return builder.build();
    } catch (SSLException | IllegalArgumentException unusable) {
      throw new Unverifiable(unusable);
    }
  }

  private String host() {
    return probe.host().orElseGet(() -> probe.address().toString());
  }

  void prepare(Channel channel) {
    context.ifPresent(tls -> {
      SSLEngine engine = tls.newEngine(channel.alloc(), host(), probe.port());
      if (!probe.trusting()) {
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
      }
      channel.pipeline().addLast(new SslHandler(engine));
    });
    channel
        .pipeline()
        .addLast(new HttpClientCodec(), new HttpObjectAggregator(LONGEST_BODY), new Answer());
  }

  void ask(Channel channel) {
    var request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, probe.path());
    String literal = host();
    request
        .headers()
        .set(HttpHeaderNames.HOST, literal.contains(":") ? "[" + literal + "]" : literal)
        .set(HttpHeaderNames.USER_AGENT, "vrrpd")
        .set(HttpHeaderNames.CONNECTION, "close");
    var _ = channel.writeAndFlush(request);
  }

  private final class Answer extends SimpleChannelInboundHandler<FullHttpResponse> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
      int status = response.status().code();
      boolean good =
          probe.status().isPresent()
              ? status == probe.status().getAsInt()
              : status >= LEAST_GOOD && status <= MOST_GOOD;
      if (!good) {
        question.fail("status " + status);
      } else if (probe
          .body()
          .filter(text -> !response.content().toString(StandardCharsets.UTF_8).contains(text))
          .isPresent()) {
        question.fail("status %d without the expected text".formatted(status));
      } else {
        question.succeed();
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      question.fail(cause.getCause() == null ? cause : cause.getCause());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      question.fail("closed without an answer");
    }
  }
}
