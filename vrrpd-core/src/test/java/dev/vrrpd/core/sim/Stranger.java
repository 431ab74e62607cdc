package dev.vrrpd.core.sim;

import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.WallTime;
import dev.vrrpd.core.wire.Advertisement;
import dev.vrrpd.core.wire.Advertisements;
import dev.vrrpd.core.wire.Datagram;
import dev.vrrpd.core.wire.Envelope;
import dev.vrrpd.core.wire.SignatureTime;
import java.time.Duration;

/** Somebody who is not a node and sends one advertisement, right or wrong as the options say. */
record Stranger(Options options) {
  /**
   * @param now what clocks on the wall show
   */
  Input.Heard advertisement(WallTime now) {
    var parameters = options.instance("stranger").parameters();
    IpAddress source = IpAddress.of(options.text("from", "10.9.0.77"));
    IpAddress group =
        IpAddress.of(
            options.text("to", source.toString().contains(":") ? "ff02::12" : "224.0.0.18"));
    var envelope = new Envelope(source, group, options.number("ttl", 255), 1, sequence(now));
    byte[] octets =
        Advertisements.encode(
            new Advertisement(
                parameters.version(),
                parameters.vrid(),
                new Priority(options.number("priority", 100)),
                parameters.advertisementInterval(),
                parameters.addresses()),
            parameters.authentication(),
            parameters.checksumRule(),
            envelope);
    int flip = options.number("flip", -1);
    if (flip >= 0) {
      octets[flip] ^= 1;
    }
    Datagram datagram = Datagram.of(parameters.authentication(), envelope, octets);
    return new Input.Heard(
        new InterfaceName(options.text("interface", "eth0")), !group.isMulticast(), datagram);
  }

  /** A number, or for signed ones seconds from now. */
  private long sequence(WallTime now) {
    return options.text("signed", "").isEmpty()
        ? options.number("sequence", 0)
        : SignatureTime.of(now.plus(Duration.ofSeconds(options.number("signed", 0))));
  }
}
