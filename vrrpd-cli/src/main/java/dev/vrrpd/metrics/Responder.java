package dev.vrrpd.metrics;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;

/** Answers GET and HEAD with a page, everything else with a refusal. */
final class Responder extends SimpleChannelInboundHandler<FullHttpRequest> {
  private final Pages pages;

  Responder(Pages pages) {
    this.pages = pages;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    Pages.Page page = page(request);
    ByteBuf body = Unpooled.copiedBuffer(page.body(), StandardCharsets.UTF_8);
    int length = body.readableBytes();
    boolean head = request.method().equals(HttpMethod.HEAD);
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(page.status()),
            head ? Unpooled.EMPTY_BUFFER : body);
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, page.contentType());
    response.headers().set(HttpHeaderNames.CONTENT_LENGTH, length);
    boolean stays = HttpUtil.isKeepAlive(request);
    HttpUtil.setKeepAlive(response, stays);
    var written = context.writeAndFlush(response);
    if (!stays) {
      written.addListener(ChannelFutureListener.CLOSE);
    }
  }

  private Pages.Page page(FullHttpRequest request) {
    if (!request.decoderResult().isSuccess()) {
      return Pages.Page.text(400, "not a request\n");
    }
    if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
      return Pages.Page.text(405, "GET or HEAD\n");
    }
    String accept = request.headers().get(HttpHeaderNames.ACCEPT, "");
    return pages.of(new QueryStringDecoder(request.uri()).path(), accept);
  }

  /** A client that breaks off or is too slow: nothing to tell anybody. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var _ = context.close();
  }
}
