package dev.vrrpd.metrics;

import dev.vrrpd.core.config.AnnouncementConfig;
import dev.vrrpd.core.config.BfdConfig;
import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.FileConfig;
import dev.vrrpd.core.config.GlobalConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.NotifyConfig;
import dev.vrrpd.core.config.Placement;
import dev.vrrpd.core.config.ProcessCountConfig;
import dev.vrrpd.core.config.ScriptConfig;
import dev.vrrpd.core.config.TrackedObjects;
import dev.vrrpd.core.config.Transport;
import dev.vrrpd.core.config.Upkeep;
import dev.vrrpd.core.protocol.Fault;
import dev.vrrpd.core.protocol.VirtualRouterParameters;
import dev.vrrpd.core.router.Counter;
import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.router.RouterSnapshot;
import dev.vrrpd.core.track.Condition;
import dev.vrrpd.core.track.Contribution;
import dev.vrrpd.core.track.ProcessTracker;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.Vrid;
import dev.vrrpd.core.wire.Authentication;
import dev.vrrpd.core.wire.ChecksumRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A daemon of two instances and a script, one second after its start. */
public final class Pictures {
  static final Moment TAKEN = Moment.ZERO.plus(Duration.ofSeconds(1));
  private static final Instant WALL = Instant.parse("2026-11-21T12:00:00Z");

  private Pictures() {}

  public static Picture typical() {
    Lateness lateness = new Lateness();
    lateness.add(Duration.ofNanos(60_000));
    lateness.add(Duration.ofMillis(3));
    RouterSnapshot router =
        new RouterSnapshot(
            List.of(
                instance(
                    "VI_1",
                    51,
                    Role.ACTIVE,
                    List.of(
                        VirtualAddress.of("10.0.0.100", 24), VirtualAddress.of("10.0.0.101", 32)),
                    Set.of()),
                instance(
                    "VI_2",
                    52,
                    Role.FAULT,
                    List.of(),
                    Set.of(new Fault.LinkDown(new InterfaceName("eth0"))))),
            List.of(script()),
            List.of(
                new RouterSnapshot.Group(
                    "G", List.of("VI_1", "VI_2"), Role.FAULT, TrackedObjects.NONE)),
            trackers());
    return new Picture(
        router,
        TAKEN,
        WALL,
        lateness.counts(),
        new Picture.Reloads(WALL, false),
        new Deliveries().counts());
  }

  private static RouterSnapshot.Trackers trackers() {
    FileConfig file = new FileConfig("load", "/run/load", 1, false, Optional.empty());
    ProcessCountConfig process =
        new ProcessCountConfig(
            "proxy",
            List.of("haproxy"),
            ProcessCountConfig.Match.NAME,
            -20,
            false,
            1,
            OptionalInt.empty(),
            Duration.ZERO,
            Duration.ZERO);
    Duration interval = Duration.ofMillis(10);
    BfdConfig session =
        new BfdConfig(
            "uplink",
            IpAddress.of("10.0.0.254"),
            Optional.empty(),
            interval,
            interval,
            Duration.ofSeconds(1),
            3,
            false,
            255,
            OptionalInt.empty(),
            false,
            0,
            false);
    return new RouterSnapshot.Trackers(
        List.of(),
        List.of(new RouterSnapshot.TrackedFile(file, -20)),
        List.of(new ProcessTracker(process, Condition.UP, 2, Moment.NEVER)),
        List.of(new RouterSnapshot.Session(session, Condition.DOWN)));
  }

  /** A configuration of one instance and one script. */
  public static DaemonConfig configuration() {
    return new DaemonConfig(
        GlobalConfig.STANDARD,
        List.of(script().config()),
        List.of(config("VI_1", 51, List.of())),
        List.of());
  }

  /** A configuration that asks for nothing. */
  public static DaemonConfig nothing() {
    return new DaemonConfig(GlobalConfig.STANDARD, List.of(), List.of(), List.of());
  }

  private static RouterSnapshot.Instance instance(
      String name, int vrid, Role role, List<VirtualAddress> addresses, Set<Fault> faults) {
    return new RouterSnapshot.Instance(
        config(name, vrid, addresses),
        role,
        new Priority(102),
        Optional.of(IpAddress.of("10.0.0.1")),
        Optional.empty(),
        Moment.ZERO,
        TAKEN,
        role == Role.ACTIVE,
        List.of(),
        faults,
        List.of(new Contribution("chk_haproxy", 2)),
        Map.of(Counter.ADVERTISEMENTS_SENT, 7L, Counter.BECAME_ACTIVE, 1L),
        RouterSnapshot.Heard.NOTHING,
        role == Role.ACTIVE ? List.of(rival()) : List.of());
  }

  private static RouterSnapshot.Rival rival() {
    return new RouterSnapshot.Rival(
        new InterfaceName("eth0"),
        IpAddress.of("10.0.0.100"),
        new MacAddress(0x0200_0000_0009L),
        TAKEN);
  }

  private static InstanceConfig config(String name, int vrid, List<VirtualAddress> addresses) {
    return new InstanceConfig(
        name,
        new InterfaceName("eth0"),
        new VirtualRouterParameters(
            new Vrid(vrid),
            Version.V2,
            Family.IPV4,
            new Priority(100),
            false,
            new Centiseconds(100),
            addresses.stream().map(VirtualAddress::address).toList(),
            true,
            Duration.ZERO,
            true,
            3,
            true,
            false,
            true,
            true,
            Optional.empty(),
            Authentication.NONE,
            ChecksumRule.WITH_PSEUDO_HEADER),
        addresses,
        List.of(),
        new Transport.Multicast(IpAddress.of("224.0.0.18"), Optional.empty()),
        new AnnouncementConfig(
            Duration.ofSeconds(5), 5, Duration.ZERO, 1, Duration.ofSeconds(5), 5),
        TrackedObjects.NONE,
        true,
        NotifyConfig.NONE,
        Placement.PLAIN,
        Upkeep.STANDARD);
  }

  private static RouterSnapshot.Script script() {
    ScriptConfig config =
        new ScriptConfig(
            "chk_haproxy",
            new Command(List.of("/bin/pidof", "haproxy"), Optional.empty(), Optional.empty()),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            2,
            false,
            1,
            1,
            false);
    return new RouterSnapshot.Script(config, true, true, 1, false);
  }
}
