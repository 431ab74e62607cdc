package dev.vrrpd.dbus;

import dev.vrrpd.core.config.DoorsConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.ProcessConfig;
import dev.vrrpd.core.value.InterfaceName;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Object paths, as keepalived names them: {@code /org/keepalived/Vrrp1/Instance/eth0/51/IPv4}. */
final class BusPaths {
  private static final String ROOT = "/org/keepalived/Vrrp1";

  private final String root;
  private final String noInterface;

  /** {@code net_namespace} and {@code instance} are elements of every path. */
  BusPaths(DoorsConfig doors) {
    ProcessConfig process = doors.process();
    noInterface = doors.agents().noInterface();
    root =
        Stream.of(Optional.of(ROOT), element(process.namespace()), element(process.instance()))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("/"));
  }

  private static Optional<String> element(Optional<String> name) {
    return name.map(BusPaths::word);
  }

  String ofDaemon() {
    return root + "/Vrrp";
  }

  String of(InstanceConfig instance) {
    return String.join(
        "/",
        root,
        "Instance",
        word(instance.link().equals(InterfaceName.NONE) ? noInterface : instance.link().value()),
        instance.parameters().vrid().toString(),
        instance.parameters().family().toString());
  }

  /** A path has letters, digits and underscores. */
  private static String word(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_");
  }
}
