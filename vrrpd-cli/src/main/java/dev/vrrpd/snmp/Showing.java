package dev.vrrpd.snmp;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.router.RouterSnapshot;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.metrics.Picture;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What is shown of a configuration: the last picture, as the MIBs that it has switched on. The
 * sight and the view of one picture serve until there is another, however many ask.
 */
final class Showing {
  private final String version;
  private final DaemonConfig config;
  private final Supplier<Optional<Picture>> pictures;
  private final String hostName = hostName();

  private Optional<Picture> seen = Optional.empty();
  private Sight sight;
  private Optional<Sight> viewed = Optional.empty();
  private MibView view = MibView.EMPTY;

  Showing(String version, DaemonConfig config, Supplier<Optional<Picture>> pictures) {
    this.version = version;
    this.config = config;
    this.pictures = pictures;
    this.sight = look(Optional.empty());
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "";
    }
  }

  /** Of the last picture; before the first one without instances. */
  synchronized Sight sight() {
    Optional<Picture> last = pictures.get();
    if (!last.equals(seen)) {
      seen = last;
      sight = look(last);
    }
    return sight;
  }

  private Sight look(Optional<Picture> last) {
    return new Sight(
        version,
        hostName,
        config,
        last.map(Picture::router)
            .orElseGet(() -> new RouterSnapshot(List.of(), List.of(), List.of())),
        last.map(Picture::taken).orElse(Moment.ZERO),
        new HostLinks());
  }

  synchronized MibView view() {
    Optional<Sight> now = Optional.of(sight());
    if (!now.equals(viewed)) {
      viewed = now;
      view = new MibView(variables(now.get()));
    }
    return view;
  }

  static NavigableMap<Oid, Value> variables(Sight sight) {
    NavigableMap<Oid, Value> variables = new TreeMap<>();
    sight
        .config()
        .global()
        .doors()
        .agents()
        .mibs()
        .forEach(mib -> {
          switch (mib) {
            case KEEPALIVED -> new KeepalivedMib(sight, variables).fill();
            case RFC_2787 -> new Rfc2787Mib(sight, variables).fill();
            case RFC_6527 -> new Rfc6527Mib(sight, variables).fill();
          }
        });
    return variables;
  }

  /** What the master is to send us. */
  List<Oid> subtrees() {
    return config.global().doors().agents().mibs().stream()
        .map(mib ->
            switch (mib) {
              case KEEPALIVED -> KeepalivedMib.ROOT;
              case RFC_2787 -> Rfc2787Mib.ROOT;
              case RFC_6527 -> Rfc6527Mib.ROOT;
            })
        .toList();
  }

  String socket() {
    return config.global().doors().agents().socket();
  }
}
