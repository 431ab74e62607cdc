package dev.vrrpd.core.wire;

import dev.vrrpd.core.Golden;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.core.value.Vrid;
import dev.vrrpd.core.value.WallTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A captured packet: header lines, {@code ----}, octets grouped by field with a comment each,
 * {@code ----}, and the advertisement they mean.
 */
record WireGolden(String name, Datagram datagram, Authentication authentication, String meaning) {

  static List<WireGolden> all() {
    return Golden.files("wire", ".hex").stream().map(WireGolden::read).toList();
  }

  private static WireGolden read(Path file) {
    String[] parts = Golden.read(file).split("(?m)^----\n", -1);
    StringBuilder octets = new StringBuilder();
    parts[1].lines().forEach(line -> octets.append(line.replaceFirst("#.*", "").strip()));
    Datagram datagram =
        new Datagram(
            IpAddress.of(header(parts[0], "from")),
            IpAddress.of(header(parts[0], "to")),
            255,
            HexFormat.of().parseHex(header(parts[0], "header")),
            HexFormat.of().parseHex(octets));
    return new WireGolden(
        file.getFileName().toString(),
        datagram,
        authentication(parts[0], datagram),
        parts[2].strip());
  }

  private static Authentication authentication(String text, Datagram datagram) {
    String key = header(text, "key");
    if (!key.isEmpty()) {
      return new Authentication.Signed(
          List.of(new SigningKey(1, key)),
          1,
          Authentication.AntiReplay.TIME,
          Authentication.Mode.ENFORCE,
          Duration.ofSeconds(5));
    }
    String password = header(text, "password");
    if (password.isEmpty()) {
      return Authentication.NONE;
    }
    return datagram.authenticated()
        ? new Authentication.Ah(password)
        : new Authentication.SimplePassword(password);
  }

  private static String header(String text, String key) {
    return text.lines()
        .filter(line -> line.startsWith(key + " "))
        .map(line -> line.substring(key.length() + 1))
        .findFirst()
        .orElse("");
  }

  /** A digest guards every octet. */
  boolean digested() {
    return authentication instanceof Authentication.Ah
        || authentication instanceof Authentication.Signed;
  }

  Version version() {
    return message()[0] == 0x21 ? Version.V2 : Version.V3;
  }

  private byte[] message() {
    return datagram.authenticated() ? AuthenticationHeader.message(datagram) : datagram.payload();
  }

  /** As far as the packet itself tells it. */
  Envelope envelope() {
    boolean header = datagram.authenticated();
    return new Envelope(
        datagram.source(),
        datagram.destination(),
        datagram.ttl(),
        header ? Layout.sixteen(datagram.header(), 4) : 0,
        header ? AuthenticationHeader.sequence(datagram.payload()) : signed());
  }

  private long signed() {
    byte[] octets = datagram.payload();
    return authentication instanceof Authentication.Signed
        ? SignatureTrailer.sequence(
            Arrays.copyOfRange(octets, octets.length - SignatureTrailer.OCTETS, octets.length))
        : 0;
  }

  /** When a signed one was sent. */
  WallTime time() {
    return new WallTime((signed() >>> 32) * 1_000_000_000);
  }

  Expectation expectation() {
    return new Expectation(
        new Vrid(message()[1]),
        version(),
        authentication,
        ChecksumRule.WITH_PSEUDO_HEADER,
        Centiseconds.ONE_SECOND,
        datagram.destination().isMulticast() ? new Expectation.OnLink() : new Expectation.Anyone());
  }

  Datagram withPayload(byte[] payload) {
    return new Datagram(
        datagram.source(), datagram.destination(), datagram.ttl(), datagram.header(), payload);
  }

  @Override
  public String toString() {
    return name;
  }
}
