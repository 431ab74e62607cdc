package dev.vrrpd.check;

import dev.vrrpd.core.config.Probe;
import dev.vrrpd.core.value.IpAddress;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.function.Consumer;

/** Opens the way a question takes. On the checks' thread. */
final class Asking {
  private final EventLoopGroup group;
  private final Question question;
  private final Duration patience;
  private final UnitAnswer units;

  Asking(EventLoopGroup group, UnitAnswer units, Question question, Duration patience) {
    this.group = group;
    this.units = units;
    this.question = question;
    this.patience = patience;
  }

  void ask(Probe probe) {
    switch (probe) {
      case Probe.Tcp(IpAddress host, int port) ->
          connect(EpollSocketChannel.class, address(host, port), _ -> {}, _ -> question.succeed());
      case Probe.Http http -> http(http);
      case Probe.Haproxy haproxy ->
          connect(
              EpollDomainSocketChannel.class,
              new DomainSocketAddress(haproxy.socket()),
              channel -> channel.pipeline().addLast(new HaproxyAnswer(haproxy, question)),
              HaproxyAnswer.asking(haproxy));
      case Probe.Ping(IpAddress host) ->
          Echo.ask(inetAddress(host), patience, question, group.next());
      case Probe.Systemd(String unit) -> units.ask(unit, patience, question, group.next());
      case Probe.Dns dns ->
          connect(
              EpollDatagramChannel.class,
              address(dns.server(), dns.port()),
              channel -> channel.pipeline().addLast(new DnsAnswer(question)),
              channel -> {
                var _ = channel.writeAndFlush(DnsAnswer.query(dns.name()));
              });
    }
  }

  private void http(Probe.Http http) {
    try {
      HttpAnswer answer = new HttpAnswer(http, question);
      connect(
          EpollSocketChannel.class,
          address(http.address(), http.port()),
          answer::prepare,
          answer::ask);
    } catch (HttpAnswer.Unverifiable wrong) {
      question.fail(wrong);
    }
  }

  private <C extends Channel> void connect(
      Class<C> kind, SocketAddress to, Consumer<Channel> prepare, Consumer<Channel> connected) {
    ChannelFuture connecting =
        new Bootstrap()
            .group(group)
            .channel(kind)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    prepare.accept(channel);
                  }
                })
            .connect(to);
    question.by(connecting.channel());
    var _ =
        connecting.addListener(done -> {
          if (done.isSuccess()) {
            connected.accept(connecting.channel());
          } else {
            question.fail(done.cause());
          }
        });
  }

  private static InetSocketAddress address(IpAddress host, int port) {
    return new InetSocketAddress(inetAddress(host), port);
  }

  private static InetAddress inetAddress(IpAddress host) {
    try {
      return InetAddress.getByAddress(host.octets());
    } catch (UnknownHostException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
