package dev.vrrpd.interop;

import static dev.vrrpd.interop.Side.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.lab.Capture;
import dev.vrrpd.lab.Frame;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Network;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What single keywords do where it can be seen: on the wire, in the kernel, of both daemons. */
@InLab(programs = {"curl", "nft"})
class KeywordsIT {
  /** The delay counts from becoming Active, and the first frame leaves a little later. */
  private static final Duration NEARLY_A_SECOND = Duration.ofMillis(900);

  private static final String PLAIN =
      """
      vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 51
        version 3
        advert_int 0.1
        virtual_ipaddress {
          10.9.0.100/24
        }
      }
      """;

  @ParameterizedTest
  @EnumSource
  void theDefaultsOfAllInstancesShowOnTheWire(Software software, Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24", "fd09::1/64");
    Capture capture = lab.capture();
    software.start(
        node,
        """
        global_defs {
          vrrp_version 3
          vrrp_mcast_group4 224.0.0.99
          vrrp_mcast_group6 ff02::99
          vrrp_garp_master_repeat 2
          vrrp_garp_master_delay 1
          vrrp_garp_master_refresh 1
          vrrp_garp_master_refresh_repeat 3
        }
        vrrp_instance FOUR {
          interface eth0
          virtual_router_id 51
          advert_int 0.2
          virtual_ipaddress {
            10.9.0.100/24
          }
        }
        vrrp_instance SIX {
          interface eth0
          virtual_router_id 52
          advert_int 0.2
          virtual_ipaddress {
            fe80::9:100
          }
        }
        """);
    capture.awaitAnnouncements("10.9.0.100", A.mac(), 2 + 2 + 3);

    assertThat(capture.adverts())
        .extracting(Frame.Advert::version, Frame.Advert::vrid, Frame.Advert::destination)
        .contains(tuple(3, 51, IpAddress.of("224.0.0.99")), tuple(3, 52, IpAddress.of("ff02::99")));
    List<Instant> announced = capture.announcements("10.9.0.100", A.mac());
    assertThat(Duration.between(announced.get(1), announced.get(2))).isGreaterThan(NEARLY_A_SECOND);
  }

  @ParameterizedTest
  @EnumSource
  void anInstanceSpeaksFromTheAddressItIsGiven(Software software, Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24", "10.9.0.7/24");
    Capture capture = lab.capture();
    software.start(
        node,
        """
        vrrp_instance VI_1 {
          interface eth0
          virtual_router_id 51
          version 3
          advert_int 0.2
          mcast_src_ip 10.9.0.7
          virtual_ipaddress {
            10.9.0.100/24
          }
        }
        """);
    capture.awaitAdvertFrom("10.9.0.7");
    assertThat(capture.adverts())
        .extracting(Frame.Advert::source)
        .containsOnly(IpAddress.of("10.9.0.7"));
  }

  @Test
  void theLoopIsAsUrgentAsConfiguredAndStaysInMemory(Lab lab) throws IOException {
    Node node = lab.node("a", "10.9.0.1/24");
    Program daemon =
        Software.VRRPD.start(
            node,
            """
            global_defs {
              vrrp_rt_priority 23
              vrrp_rlimit_rtime 300000
              vrrp_no_swap
            }
            """
                + PLAIN);
    node.awaitAddress("10.9.0.100", true);

    assertThat(urgencies(daemon.pid())).contains(23);
    assertThat(lockedKib(daemon.pid())).isPositive();
    assertThat(text(Path.of("/proc", "" + daemon.pid(), "limits")))
        .containsPattern("Max realtime timeout +300000 ");
  }

  /** The real-time priority of each thread, the 40th field of proc_pid_stat(5). */
  private static List<Integer> urgencies(long pid) throws IOException {
    try (Stream<Path> threads = Files.list(Path.of("/proc", "" + pid, "task"))) {
      return threads
          .map(thread -> text(thread.resolve("stat")))
          .filter(stat -> !stat.isEmpty())
          .map(stat -> stat.replaceFirst(".*\\) ", "").split(" ", -1))
          .map(fields -> Integer.valueOf(fields[40 - 3]))
          .toList();
    }
  }

  /** VmLck of proc_pid_status(5). */
  private static int lockedKib(long pid) {
    return text(Path.of("/proc", "" + pid, "status"))
        .lines()
        .filter(line -> line.startsWith("VmLck:"))
        .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
        .sum();
  }

  /** Nothing of a thread that has just ended. */
  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException _) {
      return "";
    }
  }

  @ParameterizedTest
  @EnumSource
  void thePacketFilterCountsAtItsPriorityInATableOfItsName(Software software, Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    software
        .start(
            node,
            """
            global_defs {
              nftables edge
              nftables_priority -7
              nftables_counters
            }
            vrrp_instance VI_1 {
              interface eth0
              virtual_router_id 51
              version 3
              advert_int 0.1
              no_accept
              virtual_ipaddress {
                10.9.0.100/24
              }
            }
            """)
        .awaitLine("setting firewall drop rule");
    node.awaitAddress("10.9.0.100", true);
    assertThat(node.exec("nft", "-y", "list", "ruleset"))
        .contains(" edge {")
        .contains("hook input priority -7")
        .contains("counter packets");
  }

  @Test
  void withoutItsSourceAddressAnInstanceIsInFault(Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24", "10.9.0.7/24");
    Software.VRRPD.start(
        node,
        """
        vrrp_instance VI_1 {
          interface eth0
          virtual_router_id 51
          version 3
          advert_int 0.1
          mcast_src_ip 10.9.0.7
          track_src_ip
          virtual_ipaddress {
            10.9.0.100/24
          }
        }
        """);
    node.awaitAddress("10.9.0.100", true);
    node.exec("ip", "addr", "del", "10.9.0.7/24", "dev", "eth0");
    node.awaitAddress("10.9.0.100", false);
    node.exec("ip", "addr", "add", "10.9.0.7/24", "dev", "eth0");
    node.awaitAddress("10.9.0.100", true);
  }

  /**
   * The way to the peer's address leads over eth0. Any device does for a VRF: without
   * CONFIG_NET_VRF the kernel has none of that kind.
   */
  @Test
  void unicastWithoutAnInterfaceGoesThroughItsVrf(Lab lab) {
    Network blue = lab.network();
    Node node = lab.node("a", "10.9.0.1/24").plug(blue, "blue", "10.8.0.1/24");
    lab.node("b").plug(blue, "blue", "10.9.0.2/24");
    try (Capture capture = blue.capture()) {
      Software.VRRPD.start(
          node,
          """
          vrrp_instance VI_1 {
            vrf blue
            virtual_router_id 51
            version 3
            advert_int 0.1
            unicast_src_ip 10.8.0.1
            unicast_peer {
              10.9.0.2
            }
            virtual_ipaddress {
              10.9.0.100/24 dev eth0
            }
          }
          """);
      capture.awaitAdvertFrom("10.8.0.1");
    }
  }

  @Test
  void aFileThatIsNotThereKeepsTheDaemonFromStartingIfIncludesAreChecked(Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    String rest =
        """
        include /run/lab/absent.conf
        vrrp_instance VI_1 {
          interface eth0
          virtual_router_id 51
          virtual_ipaddress {
            10.9.0.100/24
          }
        }
        """;
    Program checked = Software.VRRPD.start(node, "global_defs {\n  include_check\n}\n" + rest);
    assertThat(checked.awaitExit()).isEqualTo(6);
    assertThat(checked.lines()).anyMatch(line -> line.contains("/run/lab/absent.conf"));
    Software.VRRPD.start(node, rest).awaitLine("Entering BACKUP STATE");
  }

  @Test
  void metricsAreServedWhereConfigured(Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    node.exec("ip", "link", "set", "lo", "up");
    Software.VRRPD
        .start(
            node,
            """
            global_defs {
              metrics 127.0.0.1:9165
            }
            """
                + PLAIN)
        .awaitLine("Entering MASTER STATE");
    assertThat(
            node.exec(
                "curl",
                "--silent",
                "--retry",
                "5",
                "--retry-connrefused",
                "http://127.0.0.1:9165/metrics"))
        .contains("keepalived_up 1");
  }
}
