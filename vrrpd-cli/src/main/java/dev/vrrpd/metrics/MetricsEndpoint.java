package dev.vrrpd.metrics;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.timeout.ReadTimeoutHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The HTTP server of {@code metrics ADDRESS:PORT}. Lives on a thread of its own with a bounded
 * number of connections; a slow or hostile client delays other clients at worst, never an
 * advertisement.
 */
public final class MetricsEndpoint implements AutoCloseable {
  private static final int MOST_CONNECTIONS = 64;
  private static final int LONGEST_REQUEST = 8192;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final EventLoopGroup thread;
  private final Channel listening;

  private MetricsEndpoint(EventLoopGroup thread, Channel listening) {
    this.thread = thread;
    this.listening = listening;
  }

  /** What became of {@link #start}. */
  public sealed interface Start {
    record Listening(MetricsEndpoint endpoint) implements Start {}

    record Refused(String reason) implements Start {}
  }

  /**
   * Begins to answer at an address.
   *
   * @param pictures the daemon as it is, empty until it is up; asked on the endpoint's thread,
   *     which may wait
   * @param silence how long the loop has told nothing
   * @param version of the daemon
   */
  public static Start start(
      InetSocketAddress address,
      Supplier<Optional<Picture>> pictures,
      Supplier<Duration> silence,
      String version) {
    Pages pages = new Pages(pictures, silence, version);
    EventLoopGroup thread =
        new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("metrics", true), EpollIoHandler.newFactory());
    ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    ChannelFuture bound =
        new ServerBootstrap()
            .group(thread)
            .channel(EpollServerSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .option(ChannelOption.SO_BACKLOG, MOST_CONNECTIONS)
            .childHandler(connection(pages, connections))
            .bind(address)
            .awaitUninterruptibly();
    if (bound.isSuccess()) {
      return new Start.Listening(new MetricsEndpoint(thread, bound.channel()));
    }
    var _ = thread.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    return new Start.Refused(bound.cause().getMessage());
  }

  private static ChannelInitializer<SocketChannel> connection(
      Pages pages, ChannelGroup connections) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(SocketChannel channel) {
        if (connections.size() >= MOST_CONNECTIONS) {
          var _ = channel.close();
          return;
        }
        connections.add(channel);
        channel
            .pipeline()
            .addLast(
                new ReadTimeoutHandler(PATIENCE.toSeconds(), TimeUnit.SECONDS),
                new HttpServerCodec(),
                new HttpObjectAggregator(LONGEST_REQUEST),
                new Responder(pages));
      }
    };
  }

  /** Where it listens: the port, if 0 was asked for. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listening.localAddress();
  }

  /** Waits until the address is free again; not for the loop. */
  void awaitClosed() {
    listening.closeFuture().awaitUninterruptibly();
  }

  @Override
  public void close() {
    var _ = listening.close();
    var _ = thread.shutdownGracefully(0, 0, TimeUnit.SECONDS);
  }
}
