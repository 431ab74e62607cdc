package dev.vrrpd.status;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.SyncGroupConfig;
import dev.vrrpd.core.protocol.Fault;
import dev.vrrpd.core.router.Counter;
import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.router.RouterSnapshot;
import dev.vrrpd.core.router.RouterSnapshot.ActiveRouter;
import dev.vrrpd.core.router.RouterSnapshot.Discard;
import dev.vrrpd.core.router.RouterSnapshot.Heard;
import dev.vrrpd.core.router.RouterSnapshot.Instance;
import dev.vrrpd.core.router.RouterSnapshot.Sender;
import dev.vrrpd.core.track.Condition;
import dev.vrrpd.core.track.Contribution;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.wire.DiscardReason;
import dev.vrrpd.metrics.Deliveries;
import dev.vrrpd.metrics.Lateness;
import dev.vrrpd.metrics.Picture;
import dev.vrrpd.surface.dump.Portraits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Daemons as they are seen by {@code vrrpd status}. */
final class Sights {
  static final Moment TAKEN = new Moment(1_000_000_000_000L);
  private static final Instant WALL = Instant.parse("2026-11-21T12:00:00Z");
  private static final IpAddress OTHER = IpAddress.of("10.9.0.2");

  private static final StatusDocument DAEMON =
      new StatusDocument("vrrpd v1", "lb1", 4711, Path.of("/etc/keepalived/keepalived.conf"));

  private static final String CONFIG =
      """
      global_defs {
        maintenance_file /etc/vrrpd/drained
        enable_script_security
        script_user root
      }
      vrrp_script chk_haproxy {
        script "/etc/keepalived/chk.sh"
      }
      vrrp_sync_group VG_1 {
        sync_group_tracking_weight
        group {
          WEB
          MAIL_WITH_A_LONG_NAME
        }
        track_interface {
          eth2 weight -20
        }
      }
      vrrp_instance WEB {
        interface eth0
        virtual_router_id 51
        priority 100
        version 3
        advert_int 0.5
        virtual_ipaddress {
          10.9.0.100/24
          10.9.0.101
        }
        virtual_ipaddress_excluded {
          fd09::100/64
        }
        track_script {
          chk_haproxy weight 50
        }
        track_interface {
          eth1 weight -10
        }
      }
      vrrp_instance DB {
        interface eth0
        virtual_router_id 52
        priority 100
        preempt_delay 10
        virtual_ipaddress {
          10.9.0.110/24
        }
      }
      vrrp_instance MAIL_WITH_A_LONG_NAME {
        interface eth1
        virtual_router_id 53
        nopreempt
        virtual_ipaddress {
          10.8.0.100/24
        }
      }
      """;

  private static final DaemonConfig LOADED = Portraits.config(CONFIG);

  private Sights() {}

  /** An Active router, a Backup, one with a fault, and a tracked link that is down. */
  static Picture busy() {
    return picture(
        List.of(web(Set.of(), List.of(), Optional.empty()), database(), mail()),
        new Picture.Reloads(WALL.minusSeconds(3600), false));
  }

  /** Nothing to complain of. */
  static Picture well() {
    return picture(
        List.of(web(Set.of(), List.of(), Optional.empty()), database()),
        new Picture.Reloads(WALL.minusSeconds(3600), false));
  }

  /** Drained, with a reload that was refused. */
  static Picture drained() {
    Instance web =
        web(Set.of(new Fault.FileFault("maintenance_file")), List.of(), Optional.empty());
    return picture(List.of(web), new Picture.Reloads(WALL, true));
  }

  /** An Active router without one of its addresses, and not alone. */
  static Picture contested() {
    return picture(
        List.of(
            web(
                Set.of(),
                List.of(config("WEB").addresses().getLast()),
                Optional.of(new Sender(OTHER, new Priority(90), before(400))))),
        new Picture.Reloads(WALL, false));
  }

  static String document(Picture picture) {
    return DAEMON.of(Optional.of(picture), TAKEN.plus(Duration.ofMillis(250)));
  }

  /** Of a daemon whose loop hangs since it made the picture. */
  static String documentOfAStuckDaemon() {
    return DAEMON.of(Optional.of(well()), TAKEN.plus(Duration.ofSeconds(7)));
  }

  static String documentBeforeTheFirstPicture() {
    return DAEMON.of(Optional.empty(), TAKEN);
  }

  private static Picture picture(List<Instance> instances, Picture.Reloads reloads) {
    Lateness lateness = new Lateness();
    lateness.add(Duration.ofNanos(2_345_678));
    lateness.add(Duration.ofNanos(60_000));
    SyncGroupConfig group = LOADED.syncGroups().getFirst();
    boolean drained = instances.getFirst().role() == Role.FAULT;
    RouterSnapshot router =
        new RouterSnapshot(
            instances,
            List.of(new RouterSnapshot.Script(LOADED.scripts().getFirst(), true, true, 1, false)),
            List.of(
                new RouterSnapshot.Group(
                    "VG_1", List.of("WEB", "MAIL_WITH_A_LONG_NAME"), Role.FAULT, group.tracked())),
            new RouterSnapshot.Trackers(
                List.of(
                    new RouterSnapshot.TrackedLink(new InterfaceName("eth1"), Condition.DOWN),
                    new RouterSnapshot.TrackedLink(new InterfaceName("eth2"), Condition.UP)),
                LOADED.trackers().files().stream()
                    .map(file -> new RouterSnapshot.TrackedFile(file, drained ? 1 : 0))
                    .toList(),
                List.of(),
                List.of()));
    return new Picture(router, TAKEN, WALL, lateness.counts(), reloads, new Deliveries().counts());
  }

  private static Instance web(
      Set<Fault> faults, List<VirtualAddress> refused, Optional<Sender> rival) {
    boolean active = faults.isEmpty();
    return instance(
        "WEB",
        active ? Role.ACTIVE : Role.FAULT,
        140,
        Optional.empty(),
        200_000,
        refused,
        faults,
        List.of(new Contribution("chk_haproxy", 50), new Contribution("eth1", -10)),
        new Heard(rival.stream().toList(), List.of()));
  }

  private static Instance database() {
    return instance(
        "DB",
        Role.BACKUP,
        100,
        Optional.of(new ActiveRouter(OTHER, new Priority(150), new Centiseconds(100))),
        90_061_000,
        List.of(),
        Set.of(),
        List.of(),
        new Heard(
            List.of(
                new Sender(IpAddress.of("10.9.0.3"), Priority.RESIGN, before(20_000)),
                new Sender(OTHER, new Priority(150), before(400))),
            List.of(
                new Discard(
                    DiscardReason.AUTHENTICATION_FAILED,
                    3,
                    IpAddress.of("10.9.0.7"),
                    "",
                    before(75_000)))));
  }

  private static Instance mail() {
    return instance(
        "MAIL_WITH_A_LONG_NAME",
        Role.FAULT,
        100,
        Optional.empty(),
        12_000,
        List.of(),
        Set.of(new Fault.LinkDown(new InterfaceName("eth1"))),
        List.of(),
        Heard.NOTHING);
  }

  private static Instance instance(
      String name,
      Role role,
      int priority,
      Optional<ActiveRouter> follows,
      long millis,
      List<VirtualAddress> refused,
      Set<Fault> faults,
      List<Contribution> contributions,
      Heard heard) {
    return new Instance(
        config(name),
        role,
        new Priority(priority),
        Optional.of(IpAddress.of("10.9.0.1")),
        follows,
        before(millis),
        role == Role.FAULT ? Moment.NEVER : TAKEN.plus(Duration.ofMillis(300)),
        role == Role.ACTIVE && refused.isEmpty(),
        refused,
        faults,
        contributions,
        Map.of(Counter.ADVERTISEMENTS_SENT, 17L),
        heard,
        refused.stream().map(Sights::rival).toList());
  }

  /** The kernel says no where somebody else is found to have it. */
  private static RouterSnapshot.Rival rival(VirtualAddress address) {
    return new RouterSnapshot.Rival(
        new InterfaceName("eth0"),
        address.address(),
        new MacAddress(0x0200_5e00_0002L),
        before(3_000));
  }

  private static Moment before(long millis) {
    return TAKEN.minus(Duration.ofMillis(millis));
  }

  private static InstanceConfig config(String name) {
    return LOADED.instances().stream()
        .filter(config -> config.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
