package dev.vrrpd.surface.dump;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.Files;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.Loaded;
import dev.vrrpd.core.config.TrackedObjects;
import dev.vrrpd.core.protocol.Fault;
import dev.vrrpd.core.router.Counter;
import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.router.RouterSnapshot;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The same daemon seen as Active, as Backup and with a fault. */
public final class Portraits {
  private static final Moment START = new Moment(1_000_000_000_000L);
  private static final Moment TAKEN = START.plus(Duration.ofSeconds(90));
  private static final Instant WALL = Instant.parse("2026-11-21T07:45:30.500001Z");

  private static final String CONFIG =
      """
      global_defs {
        router_id lb01
        enable_script_security
        script_user root
      }
      vrrp_script chk {
        script "/etc/keepalived/chk.sh"
        interval 1
        timeout 2
        weight -60
        rise 2
        fall 2
      }
      vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 51
        priority 150
        garp_master_delay 1
        garp_master_repeat 2
        authentication {
          auth_type PASS
          auth_pass secret
        }
        virtual_ipaddress {
          10.9.0.101/24 brd 10.9.0.255 label eth0:1
          10.9.0.102
        }
        virtual_ipaddress_excluded {
          fd09::103
        }
        track_script {
          chk weight -60
        }
        notify_master "/etc/keepalived/notify.sh m"
        notify "/etc/keepalived/notify.sh"
      }
      vrrp_instance VI_2 {
        interface eth1
        virtual_router_id 52
        version 3
        advert_int 0.25
        priority 100
        nopreempt
        unicast_src_ip 10.8.0.1
        unicast_peer {
          10.8.0.2
        }
        virtual_ipaddress {
          10.8.0.101/24 dev lo scope host
        }
      }
      vrrp_sync_group VG_1 {
        sync_group_tracking_weight
        group {
          VI_1
          VI_2
        }
      }
      """;

  private Portraits() {}

  public static DaemonConfig config(String text) {
    Loaded loaded = Files.of(text).load();
    return loaded.config().orElseThrow(() -> new AssertionError(loaded.text()));
  }

  public static Portrait of(Role role) {
    DaemonConfig config = config(CONFIG);
    return new Portrait(
        config.global(),
        new RouterSnapshot(
            config.instances().stream().map(instance -> instance(instance, role)).toList(),
            List.of(
                new RouterSnapshot.Script(
                    config.scripts().getFirst(), true, role == Role.ACTIVE, 3, false)),
            List.of(
                new RouterSnapshot.Group(
                    "VG_1", List.of("VI_1", "VI_2"), role, TrackedObjects.NONE))),
        TAKEN,
        WALL,
        ZoneOffset.UTC);
  }

  private static RouterSnapshot.Instance instance(InstanceConfig config, Role role) {
    boolean backup = role == Role.BACKUP;
    return new RouterSnapshot.Instance(
        config,
        role,
        backup ? new Priority(90) : config.parameters().priority(),
        Optional.of(IpAddress.of("10.9.0.1")),
        backup
            ? Optional.of(
                new RouterSnapshot.ActiveRouter(
                    IpAddress.of("10.9.0.3"), new Priority(120), new Centiseconds(100)))
            : Optional.empty(),
        START,
        role == Role.FAULT ? Moment.NEVER : TAKEN.plus(Duration.ofMillis(700)),
        role == Role.ACTIVE,
        List.of(),
        role == Role.FAULT ? Set.of(new Fault.LinkDown(config.link())) : Set.of(),
        List.of(),
        Map.of(
            Counter.ADVERTISEMENTS_RECEIVED, 8L,
            Counter.ADVERTISEMENTS_SENT, 9L,
            Counter.BECAME_ACTIVE, 1L),
        RouterSnapshot.Heard.NOTHING,
        List.of());
  }
}
