package dev.vrrpd.metrics;

import dev.vrrpd.core.router.Counter;
import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.router.RouterSnapshot;
import dev.vrrpd.core.router.RouterSnapshot.Instance;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.VirtualAddress;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The metrics of keepalived_exporter: its names, labels and numbers, so that what was made for it
 * works unchanged. {@code intf} is always the device, where the exporter mistakes a broadcast
 * address for it.
 */
final class KeepalivedMetrics {
  private KeepalivedMetrics() {}

  static Stream<MetricSnapshot> of(RouterSnapshot router, String version) {
    return Stream.of(
            Stream.<MetricSnapshot>of(
                Series.gauge("keepalived_up", "The daemon answers.", Stream.of(Series.of(1))),
                Series.gauge(
                    "keepalived_exporter_build_info",
                    "What answers in the exporter's place.",
                    Stream.of(Series.of(1, "version", version)))),
            states(router),
            scripts(router),
            counters(router))
        .flatMap(Function.identity());
  }

  private static Stream<MetricSnapshot> states(RouterSnapshot router) {
    return Stream.of(
        Series.gauge(
            "keepalived_vrrp_state",
            "State of the instance, for each virtual address: 0 INIT, 1 BACKUP, 2 MASTER, 3 FAULT.",
            router.instances().stream().flatMap(i -> states(i, i.config().addresses())).distinct()),
        Series.gauge(
            "keepalived_vrrp_excluded_state",
            "State of the instance, for each address of virtual_ipaddress_excluded.",
            router.instances().stream()
                .filter(i -> !i.config().excludedAddresses().isEmpty())
                .flatMap(i -> states(i, i.config().excludedAddresses()))
                .distinct()));
  }

  private static Stream<Series> states(Instance instance, List<VirtualAddress> addresses) {
    double state = number(instance.role());
    return addresses.isEmpty()
        ? Stream.of(state(instance, instance.config().link(), "", state))
        : addresses.stream()
            .map(address ->
                state(
                    instance,
                    address.device().orElse(instance.config().link()),
                    address.addressText(),
                    state));
  }

  private static Series state(
      Instance instance, InterfaceName device, String address, double state) {
    return Series.of(
        state,
        "iname",
        instance.config().name(),
        "intf",
        device.value(),
        "vrid",
        vrid(instance),
        "ip_address",
        address);
  }

  private static double number(Role role) {
    return switch (role) {
      case INITIALIZE, STOPPED -> 0;
      case BACKUP -> 1;
      case ACTIVE -> 2;
      case FAULT -> 3;
    };
  }

  private static Stream<MetricSnapshot> scripts(RouterSnapshot router) {
    return Stream.of(
        Series.gauge(
            "keepalived_script_status",
            "0 BAD, 1 GOOD.",
            router.scripts().stream()
                .map(script -> Series.of(script.up() ? 1 : 0, "name", script.config().name()))),
        Series.gauge(
            "keepalived_script_state",
            "0 idle, 1 running.",
            router.scripts().stream()
                .map(script ->
                    Series.of(script.running() ? 1 : 0, "name", script.config().name()))));
  }

  private static Stream<MetricSnapshot> counters(RouterSnapshot router) {
    return Stream.of(
        counter(
            router,
            "gratuitous_arp_delay",
            "garp_master_delay, in seconds",
            i -> i.config().announcements().delay().toSeconds()),
        counter(
            router,
            "advertisements_received",
            "Advertisements received.",
            Counter.ADVERTISEMENTS_RECEIVED),
        counter(router, "advertisements_sent", "Advertisements sent.", Counter.ADVERTISEMENTS_SENT),
        counter(router, "become_master", "Times it became MASTER.", Counter.BECAME_ACTIVE),
        counter(router, "release_master", "Times it ceased to be MASTER.", Counter.RELEASED_ACTIVE),
        counter(
            router, "packet_length_errors", "Packets of a wrong length.", Counter.LENGTH_ERRORS),
        counter(
            router,
            "advertisements_interval_errors",
            "Advertisements of another interval than ours.",
            Counter.INTERVAL_ERRORS),
        counter(router, "ip_ttl_errors", "Packets with a TTL other than 255.", Counter.TTL_ERRORS),
        counter(
            router, "invalid_type_received", "Packets of an unknown type.", Counter.INVALID_TYPE),
        counter(
            router,
            "address_list_errors",
            "Advertisements of other addresses than ours.",
            Counter.ADDRESS_LIST_ERRORS),
        counter(
            router,
            "authentication_invalid",
            "Packets with an unknown authentication type.",
            Counter.INVALID_AUTHENTICATION_TYPE),
        counter(
            router,
            "authentication_mismatch",
            "Packets with another authentication type than ours.",
            Counter.AUTHENTICATION_TYPE_MISMATCH),
        counter(
            router,
            "authentication_failure",
            "Packets whose authentication failed.",
            Counter.AUTHENTICATION_FAILURE),
        counter(
            router,
            "priority_zero_received",
            "Advertisements of priority 0 received.",
            Counter.RESIGNATIONS_RECEIVED),
        counter(
            router,
            "priority_zero_sent",
            "Advertisements of priority 0 sent.",
            Counter.RESIGNATIONS_SENT));
  }

  private static MetricSnapshot counter(
      RouterSnapshot router, String name, String help, Counter counter) {
    return counter(router, name, help, i -> i.counters().getOrDefault(counter, 0L));
  }

  private static MetricSnapshot counter(
      RouterSnapshot router, String name, String help, ToDoubleFunction<Instance> value) {
    return Series.counter(
        "keepalived_" + name,
        help,
        router.instances().stream().map(i -> Series.of(value.applyAsDouble(i), labels(i))));
  }

  /** {@code iname}, {@code intf} and {@code vrid}. */
  static String[] labels(Instance instance) {
    return new String[] {
      "iname",
      instance.config().name(),
      "intf",
      instance.config().link().value(),
      "vrid",
      vrid(instance)
    };
  }

  private static String vrid(Instance instance) {
    return Integer.toString(instance.config().parameters().vrid().value());
  }
}
