package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.Probe;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.value.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands behind {@code tcp}, {@code http}, {@code haproxy}, {@code ping}, {@code dns} and
 * {@code systemd}.
 */
record ProbeWords(String kind) implements Argument<Probe> {
  private static final Pattern URL =
      Pattern.compile("(https?)://(\\[[^\\]]+\\]|[^/:]+)(?::([0-9]{1,5}))?(/.*)?");

  /** systemd.unit(5): a name, and a suffix that may be left out for a service. */
  private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9:_.\\\\@-]{1,247}");

  private static final int DNS_PORT = 53;
  private static final int GREATEST_PORT = 65_535;

  @Override
  public Optional<Probe> read(Line line) {
    List<Word> words = line.takeAll();
    Optional<Probe> probe = words.isEmpty() ? Optional.empty() : probe(words);
    if (probe.isEmpty()) {
      line.report(
          Diagnostic.of(
                  Code.INVALID_VALUE, line.span(), "this is not what '%s' takes".formatted(kind))
              .help(kind + " " + syntax() + ", for example: " + kind + " " + example()));
    }
    return probe;
  }

  private Optional<Probe> probe(List<Word> words) {
    String first = words.getFirst().text();
    String second = words.size() > 1 ? words.get(1).text() : "";
    return switch (kind) {
      case "tcp" ->
          IpAddress.parse(first)
              .flatMap(host -> port(second).map(port -> new Probe.Tcp(host, port)));
      case "http" -> http(first);
      case "ping" -> IpAddress.parse(first).map(Probe.Ping::new);
      case "haproxy" ->
          first.startsWith("/")
              ? Optional.of(
                  new Probe.Haproxy(first, Optional.of(second).filter(name -> !name.isEmpty())))
              : Optional.empty();
      case "systemd" -> unit(first);
      default ->
          second.isEmpty()
              ? Optional.empty()
              : IpAddress.parse(first).map(server -> new Probe.Dns(server, DNS_PORT, second));
    };
  }

  private static Optional<Probe> unit(String name) {
    return UNIT.matcher(name).matches()
        ? Optional.of(new Probe.Systemd(name.contains(".") ? name : name + ".service"))
        : Optional.empty();
  }

  private static Optional<Integer> port(String text) {
    return text.matches("[0-9]{1,5}")
        ? Optional.of(Integer.valueOf(text)).filter(port -> port > 0 && port <= GREATEST_PORT)
        : Optional.empty();
  }

  private static Optional<Probe> http(String url) {
    Matcher matcher = URL.matcher(url);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean tls = matcher.group(1).equals("https");
    String host = matcher.group(2).replaceAll("[\\[\\]]", "");
    String path = matcher.group(4) == null ? "/" : matcher.group(4);
    String port = matcher.group(3) == null ? tls ? "443" : "80" : matcher.group(3);
    return IpAddress.parse(host)
        .flatMap(address ->
            port(port)
                .map(number ->
                    new Probe.Http(
                        tls,
                        address,
                        number,
                        path,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.empty())));
  }

  @Override
  public String syntax() {
    return switch (kind) {
      case "tcp" -> "ADDRESS PORT";
      case "http" -> "URL";
      case "ping" -> "ADDRESS";
      case "haproxy" -> "SOCKET [BACKEND]";
      case "systemd" -> "UNIT";
      default -> "SERVER NAME";
    };
  }

  @Override
  public String range() {
    return kind.equals("http") ? "http or https, an address for a host" : "";
  }

  @Override
  public String example() {
    return switch (kind) {
      case "tcp" -> "192.0.2.1 5432";
      case "http" -> "https://192.0.2.1/health";
      case "ping" -> "192.0.2.1";
      case "haproxy" -> "/run/haproxy/admin.sock web";
      case "systemd" -> "haproxy.service";
      default -> "192.0.2.53 www.example.com";
    };
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public String print(Probe value) {
    return String.join(" ", value.words().subList(1, value.words().size()));
  }
}
