package dev.vrrpd.netlink.packet;

import dev.vrrpd.netlink.libc.Errno;
import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.Registration;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;

/** A raw(7) socket on the loop. Each readiness is one system call, however much waits. */
final class RawSocket implements AdvertisementSocket {
  /** Batches: whoever floods the link must not hold up the timers for ever. */
  private static final int DRAINED_AT_MOST = 8;

  private final int fd;
  private final Endpoint endpoint;
  private final ReceiveBatch received;
  private final SendBuffer sent;
  private final Consumer<Arrival> receiver;
  private final Registration registration;
  private SortedSet<Integer> vrids = Collections.emptySortedSet();
  private boolean closed;

  RawSocket(
      EventLoop loop,
      int fd,
      Endpoint endpoint,
      ReceiveBatch received,
      SendBuffer sent,
      Consumer<Arrival> receiver) {
    this.fd = fd;
    this.endpoint = endpoint;
    this.received = received;
    this.sent = sent;
    this.receiver = receiver;
    this.registration = loop.register(fd, this::ready);
  }

  @Override
  public Endpoint endpoint() {
    return endpoint;
  }

  /** Without it all is the same, but for the waking. An authentication header hides the VRID. */
  @Override
  public void hearOnly(SortedSet<Integer> wanted) {
    if (!closed && endpoint.transport() == Endpoint.Transport.VRRP && !wanted.equals(vrids)) {
      vrids = wanted;
      int _ = VridFilter.of(endpoint.family(), wanted).attach(fd);
    }
  }

  @Override
  public void drain() {
    int batches = 0;
    while (hear() > 0 && batches < DRAINED_AT_MOST) {
      batches++;
    }
  }

  private void ready() {
    int _ = hear();
  }

  /** One batch; how many datagrams there were. */
  private int hear() {
    List<Arrival> arrivals = received.receive(fd, endpoint.family());
    for (Arrival arrival : arrivals) {
      if (!closed) {
        receiver.accept(arrival);
      }
    }
    return arrivals.size();
  }

  @Override
  public SendOutcome send(OutgoingDatagram datagram) {
    int result = closed ? -Errno.EBADF : sent.send(fd, endpoint, datagram);
    return result < 0
        ? new SendOutcome.Refused(-result, Errno.message(-result))
        : SendOutcome.Sent.SENT;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      registration.close();
      Libc.close(fd);
    }
  }
}
