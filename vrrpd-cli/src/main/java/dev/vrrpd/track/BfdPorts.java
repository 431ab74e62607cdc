package dev.vrrpd.track;

import dev.vrrpd.core.bfd.ControlPacket;
import dev.vrrpd.core.bfd.ControlPackets;
import dev.vrrpd.core.config.BfdConfig;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.wire.Datagram;
import dev.vrrpd.netlink.libc.LibcException;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.packet.UdpReceiver;
import dev.vrrpd.netlink.packet.UdpSender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The UDP sockets of BFD: one for each family and kind of session to hear by, one for each session
 * to speak by. What cannot be opened is tried again with the next packet. RFC 5881 section 4, RFC
 * 5883 section 5. Confined to the loop.
 */
final class BfdPorts {
  private static final Logger log = LoggerFactory.getLogger("bfd");
  private static final int SINGLE_HOP = 3784;
  private static final int MULTIHOP = 4784;
  private static final int FIRST_SOURCE_PORT = 49_152;
  private static final int SOURCE_PORTS = 65_536 - FIRST_SOURCE_PORT;

  /** Hears a datagram of the one port or the other. */
  interface Receiver {
    void heard(Datagram datagram, boolean multihop);
  }

  private record Ear(Family family, boolean multihop) {
    static Ear of(BfdConfig config) {
      return new Ear(config.neighbor().family(), config.multihop());
    }
  }

  private final EventLoop loop;
  private final RandomGenerator random;
  private final Receiver receiver;
  private final Map<Ear, UdpReceiver> ears = new HashMap<>();
  private final Map<String, BfdConfig> configs = new HashMap<>();
  private final Map<String, UdpSender> senders = new HashMap<>();
  private final Set<String> complained = new HashSet<>();

  BfdPorts(EventLoop loop, RandomGenerator random, Receiver receiver) {
    this.loop = loop;
    this.random = random;
    this.receiver = receiver;
  }

  /** After the speaker: its farewells still go by the old way. */
  void use(List<BfdConfig> others) {
    Map<String, BfdConfig> before = new HashMap<>(configs);
    configs.clear();
    others.forEach(config -> configs.put(config.name(), config));
    before.forEach((name, config) -> {
      BfdConfig now = configs.get(name);
      if (now == null || !now.samePath(config) || now.ttl() != config.ttl()) {
        forget(name);
      }
    });
    Set<Ear> wanted = new HashSet<>();
    others.forEach(config -> wanted.add(Ear.of(config)));
    for (Ear ear : List.copyOf(ears.keySet())) {
      if (!wanted.contains(ear)) {
        ears.remove(ear).close();
      }
    }
    wanted.forEach(this::listen);
  }

  private void forget(String session) {
    UdpSender sender = senders.remove(session);
    if (sender != null) {
      sender.close();
    }
  }

  private void listen(Ear ear) {
    if (ears.containsKey(ear)) {
      return;
    }
    int port = ear.multihop() ? MULTIHOP : SINGLE_HOP;
    try {
      ears.put(
          ear,
          UdpReceiver.open(
              loop, ear.family(), port, heard -> receiver.heard(heard, ear.multihop())));
    } catch (LibcException refused) {
      complain(ear.toString(), refused);
    }
  }

  private void complain(String what, LibcException refused) {
    if (complained.add(what)) {
      log.warn("BFD: {}; it is tried again", refused.getMessage());
    }
  }

  void send(String session, ControlPacket packet) {
    BfdConfig config = configs.get(session);
    if (config == null) {
      return;
    }
    listen(Ear.of(config));
    try {
      senders.computeIfAbsent(session, _ -> open(config)).send(ControlPackets.encode(packet));
      complained.remove(session);
    } catch (LibcException refused) {
      complain(session, refused);
    }
  }

  /** A source port of its own for each session, RFC 5881 section 4. */
  private UdpSender open(BfdConfig config) {
    IpAddress from =
        config
            .source()
            .orElseGet(() -> IpAddress.of(new byte[config.neighbor().family().addressOctets()]));
    int port = config.multihop() ? MULTIHOP : SINGLE_HOP;
    return UdpSender.open(
        from,
        FIRST_SOURCE_PORT + random.nextInt(SOURCE_PORTS),
        config.neighbor(),
        port,
        config.ttl());
  }

  /** Hands over what waits to be heard. */
  void drain() {
    new ArrayList<>(ears.values()).forEach(UdpReceiver::drain);
  }

  void close() {
    ears.values().forEach(UdpReceiver::close);
    senders.values().forEach(UdpSender::close);
    ears.clear();
    senders.clear();
  }
}
