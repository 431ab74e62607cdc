package dev.vrrpd.core.config;

import dev.vrrpd.core.value.IpAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a {@code vrrp_check} asks, without starting any program. Addresses only: no name service.
 */
public sealed interface Probe {

  /** In the words of the configuration. */
  List<String> words();

  /** Somebody accepts a connection. */
  record Tcp(IpAddress host, int port) implements Probe {
    @Override
    public List<String> words() {
      return List.of("tcp", host.toString(), Integer.toString(port));
    }
  }

  /**
   * A GET is answered as expected.
   *
   * @param tls with a certificate that is verified unless {@code trusting}
   * @param path with the query, if any
   * @param host for the Host header and the certificate; empty: the address
   * @param authority a file of certificates to trust instead of the system's
   * @param status expected; empty: any from 200 to 399
   * @param body what it has to contain
   */
  record Http(
      boolean tls,
      IpAddress address,
      int port,
      String path,
      Optional<String> host,
      boolean trusting,
      Optional<String> authority,
      OptionalInt status,
      Optional<String> body)
      implements Probe {
    @Override
    public List<String> words() {
      return List.of("http", url());
    }

    /** As configured. */
    public String url() {
      String literal = address.toString();
      return "%s://%s:%d%s"
          .formatted(
              tls ? "https" : "http",
              literal.contains(":") ? "[" + literal + "]" : literal,
              port,
              path);
    }
  }

  /**
   * haproxy answers on its stats socket.
   *
   * @param socket path of a unix(7) socket
   * @param backend that has to have a server which is up
   */
  record Haproxy(String socket, Optional<String> backend) implements Probe {
    @Override
    public List<String> words() {
      return backend.isPresent()
          ? List.of("haproxy", socket, backend.get())
          : List.of("haproxy", socket);
    }
  }

  /** It answers an echo request. RFC 792, RFC 4443. */
  record Ping(IpAddress host) implements Probe {
    @Override
    public List<String> words() {
      return List.of("ping", host.toString());
    }
  }

  /** A server of names knows an address for one. RFC 1035. */
  record Dns(IpAddress server, int port, String name) implements Probe {
    @Override
    public List<String> words() {
      return List.of("dns", server.toString(), name);
    }
  }

  /** systemd says that a unit is active. */
  record Systemd(String unit) implements Probe {
    @Override
    public List<String> words() {
      return List.of("systemd", unit);
    }
  }

  /**
   * A {@code vrrp_check} as the script that it replaces: runs, results and weights are the same.
   */
  static ScriptConfig asScript(
      String name,
      Probe probe,
      Duration interval,
      Duration timeout,
      int weight,
      boolean reverse,
      int rise,
      int fall,
      Optional<Recovery> recovery) {
    Command words = new Command(probe.words(), Optional.empty(), Optional.empty());
    return new ScriptConfig(
        name,
        words,
        Optional.of(probe),
        interval,
        timeout,
        weight,
        reverse,
        rise,
        fall,
        false,
        recovery);
  }
}
