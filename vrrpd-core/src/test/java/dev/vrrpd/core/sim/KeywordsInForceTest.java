package dev.vrrpd.core.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.router.Counter;
import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.core.track.ScriptOutcome;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.wire.Datagram;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Keywords that routers run with, each with what comes of it and would not without it. */
class KeywordsInForceTest {
  private static final String PEER = "unicast_peer {\n 10.9.0.9\n}";
  private static final String KEY =
      "auth_hmac {\n key 1 0123456789abcdef0123456789abcdef\n active_key 1\n";

  static Stream<Arguments> elections() {
    return Stream.of(
        row("global_defs {\n vrrp_down_timer_adverts 5\n}", k -> firstWord(k), 5414L, 3414L),
        row("global_defs {\n vrrp_delay_after_boot 10\n}", k -> firstWord(k), 9414L, 3414L),
        row(
            "global_defs {\n vrrp_lower_prio_no_advert\n}",
            k -> besideDeafRival(k).run(5).of("a", Output.Transmit.class).size(),
            5,
            10),
        row(
            "global_defs {\n vrrp_higher_prio_send_advert\n}",
            k -> overtaken(k).of("a", Output.Transmit.class).size(),
            1,
            0),
        row(
            "global_defs {\n vrrp_owner_ignore_adverts\n}",
            k -> beside("priority 255", router(k, "priority 255")).role("a"),
            Role.ACTIVE,
            Role.BACKUP),
        row(
            "global_defs {\n vrrp_skip_check_adv_addr\n}",
            k ->
                beside("virtual_ipaddress {\n 10.9.0.101/24\n}\npriority 200", router(k))
                    .count("a", Counter.ADDRESS_LIST_ERRORS),
            1L,
            7L),
        row(
            "global_defs {\n vrrp_check_unicast_src\n}",
            k -> beside("priority 200\nunicast_peer {\n 10.9.0.1\n}", router(k, PEER)).role("a"),
            Role.ACTIVE,
            Role.BACKUP),
        row(
            "unicast_fault_no_peer",
            k -> alone(k, "unicast_src_ip 10.9.0.1").role("a"),
            Role.FAULT,
            Role.ACTIVE),
        row("preempt", k -> latecomer(k, "nopreempt"), Role.ACTIVE, Role.BACKUP),
        row("thread_timer_expired 100", k -> stalled(k), Role.BACKUP, Role.ACTIVE),
        row(
            "interface_up_down_delays {\n eth0 2 3\n}",
            k -> flapped(k),
            List.of(2000L, 13_000L),
            List.of(0L, 10_000L)));
  }

  static Stream<Arguments> signatures() {
    return Stream.of(
        row(
            KEY + "mode permissive\n}",
            KEY + "}",
            k -> besideUnsigned(k),
            Role.BACKUP,
            Role.ACTIVE),
        row(
            KEY + "time_window 60\n}",
            KEY + "}",
            k -> besideFastClock(k),
            Role.BACKUP,
            Role.ACTIVE),
        row(
            KEY + "anti_replay monotonic\n}",
            KEY + "}",
            k -> besideFastClock(k),
            Role.BACKUP,
            Role.ACTIVE));
  }

  static Stream<Arguments> words() {
    return Stream.of(
        row("global_defs {\n v3_checksum_as_v2\n}", k -> covered(k), "nothing", "224.0.0.18"),
        row("v3_checksum_as_v2", k -> covered(k), "nothing", "224.0.0.18"),
        row(
            "old_unicast_checksum",
            k -> covered(k, "unicast_peer {\n 10.9.0.2\n}"),
            "224.0.0.18",
            "10.9.0.2"),
        row("mcast_dst_ip 224.0.0.99", k -> destinations(k), "224.0.0.99", "224.0.0.18"),
        row("native_ipv6", k -> destinations(k, "no_virtual_ipaddress"), "ff02::12", "224.0.0.18"),
        row(
            "global_defs {\n random_seed 7\n}",
            k -> Stream.of(1, 2).map(seed -> chance(k, seed)).distinct().count(),
            1L,
            2L));
  }

  static Stream<Arguments> announcements() {
    return Stream.of(
        row("global_defs {\n vrrp_min_garp\n}", k -> rounds(alone(k)), List.of(1), List.of(5, 5)),
        row(
            "global_defs {\n vrrp_garp_lower_prio_repeat 2\n}",
            k -> rounds(rivalOnce(k)),
            List.of(2, 2),
            List.of(5, 5)),
        row(
            "global_defs {\n vrrp_garp_lower_prio_delay 2\n}",
            k -> gap(rivalOnce(k).announcements("a")),
            2000L,
            5000L),
        row("global_defs {\n vrrp_garp_extra_if all 2\n}", k -> elsewhere(k), 5, 0),
        row("global_defs {\n vrrp_vmac_garp_intvl all 2\n}", k -> elsewhere(k), 5, 0),
        row("vmac_garp_intvl all 2", k -> elsewhere(k), 5, 0),
        row(
            "garp_group {\n garp_interval 0.5\n interfaces {\n eth0\n eth1\n }\n}",
            k -> gap(alone(k).announcements("a")),
            500L,
            5000L),
        row(
            "garp_group {\n garp_interval 0.25\n interface eth0\n}",
            k -> gap(alone(k).announcements("a")),
            250L,
            5000L),
        row(
            "garp_group {\n gna_interval 0.5\n interfaces {\n eth0\n eth1\n }\n}",
            k -> gap(alone(k, "virtual_ipaddress {\n fe80::9:100/64\n}").announcements("a")),
            500L,
            5000L));
  }

  static Stream<Arguments> links() {
    return Stream.of(
        row(
            "global_defs {\n vrrp_strict\n}",
            k -> alone(k).asked("a", KernelRequest.Conceal.class).size(),
            1,
            0),
        row(
            "global_defs {\n vmac_prefix edge\n}",
            k -> virtualLinks(alone(k, "use_vmac")),
            List.of("edge.51"),
            List.of("vrrp.51")),
        row(
            "use_ipvlan ipv0 10.9.0.50/24 private",
            k -> virtualLinks(alone(k)),
            List.of("ipv0"),
            List.of()),
        row(
            "global_defs {\n vmac_addr_prefix side\n}",
            k ->
                virtualLinks(
                    alone(
                        k,
                        "use_vmac",
                        "use_vmac_addr",
                        "virtual_ipaddress {\n 10.8.0.100/24 dev eth1\n}")),
            List.of("vrrp.51", "side.51"),
            List.of("vrrp.51", "vrrp1.51")));
  }

  static Stream<Arguments> groups() {
    return Stream.of(
        row(
            group("global_tracking", "track_script {\n chk weight -30\n}"),
            group("track_script {\n chk weight -30\n}"),
            k -> failing(k),
            120,
            150),
        row(
            "vrrp_sync_group G {\n group {\n A\n B\n }\n global_tracking\n track_check {\n chk weight -30\n }\n}",
            group("global_tracking"),
            k -> failing(k),
            120,
            150));
  }

  private static String group(String... lines) {
    return "vrrp_sync_group G {\n group {\n A\n B\n }\n" + String.join("\n", lines) + "\n}";
  }

  private static Arguments row(
      String keyword, Function<String, Object> story, Object with, Object without) {
    return row(keyword, "", story, with, without);
  }

  private static Arguments row(
      String keyword, String other, Function<String, Object> story, Object with, Object without) {
    return Arguments.of(keyword, other, story, with, without);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"elections", "signatures", "words", "announcements", "links", "groups"})
  void aKeywordDoesWhatItSays(
      String keyword, String other, Function<String, Object> story, Object with, Object without) {
    assertThat(story.apply(keyword)).as("with it").isEqualTo(with);
    assertThat(story.apply(other)).as("without it").isEqualTo(without);
  }

  /** The instance A of priority 150, with lines of its own; a block goes before it. */
  private static String router(String keyword, String... lines) {
    boolean outside = keyword.matches("(?s)(global_defs|garp_group|interface_up|vrrp_sync).*");
    String more = String.join("\n", lines) + (outside ? "" : "\n" + keyword);
    return (outside ? keyword : "")
        + """

        vrrp_instance A {
          interface eth0
          virtual_router_id 51
          version 3
          %s
          %s
          %s
        }
        """
            .formatted(
                more.contains("priority") ? "" : "priority 150",
                more.contains("virtual_ipaddress") ? "" : "virtual_ipaddress {\n 10.9.0.100/24\n}",
                more);
  }

  /** After half a minute. */
  private static WrittenLan alone(String keyword, String... lines) {
    WrittenLan lan = new WrittenLan();
    lan.start("a", router(keyword, lines));
    return lan.run(30);
  }

  private static long firstWord(String keyword) {
    return alone(keyword).moments("a", Output.Transmit.class).getFirst();
  }

  /** After ten seconds beside B, an instance with other lines. */
  private static WrittenLan beside(String other, String self) {
    WrittenLan lan = new WrittenLan();
    lan.start("a", self);
    lan.start("b", router(other));
    return lan.run(10);
  }

  /** Both are Active, and only this one hears the other, of lower priority. */
  private static WrittenLan besideDeafRival(String keyword) {
    WrittenLan lan = new WrittenLan();
    lan.medium().cut("a", "b");
    lan.start("a", router(keyword));
    lan.start("b", router("priority 100"));
    return lan.run(10).forget();
  }

  /** One of lower priority was heard once. */
  private static WrittenLan rivalOnce(String keyword) {
    WrittenLan lan = new WrittenLan();
    lan.medium().cut("a", "b");
    lan.medium().cut("b", "a");
    lan.start("a", router(keyword));
    lan.start("b", router("priority 100"));
    lan.run(20).forget();
    lan.medium().heal();
    lan.medium().cut("a", "b");
    lan.run(1);
    lan.medium().cut("b", "a");
    return lan.run(20);
  }

  /** From the first word of one of higher priority on. */
  private static WrittenLan overtaken(String keyword) {
    WrittenLan lan = new WrittenLan();
    lan.start("a", router(keyword));
    lan.run(10);
    lan.start("b", router("priority 200"));
    while (lan.of("b", Output.Transmit.class).isEmpty()) {
      lan.forget().run(Duration.ofMillis(10));
    }
    return lan.run(3);
  }

  /** It comes to one of lower priority that is Active already. */
  private static Role latecomer(String keyword, String... lines) {
    WrittenLan lan = new WrittenLan();
    lan.start("b", router("priority 100"));
    lan.run(10);
    lan.start("a", router(keyword, lines));
    return lan.run(10).role("a");
  }

  /** It had no processor for so long that the other took over. */
  private static Role stalled(String keyword) {
    WrittenLan lan = new WrittenLan();
    Node node = lan.start("a", router(keyword, "nopreempt"));
    lan.start("b", router("priority 100\nnopreempt"));
    lan.run(5);
    node.freeze();
    lan.run(5);
    node.thaw();
    return lan.run(5).role("a");
  }

  /** When a link that goes down and ten seconds later comes up made a difference. */
  private static List<Long> flapped(String keyword) {
    WrittenLan lan = new WrittenLan();
    Node node = lan.start("a", router(keyword));
    lan.run(10).forget();
    node.kernel().setLink(new InterfaceName("eth0"), false, false);
    lan.run(10);
    node.kernel().setLink(new InterfaceName("eth0"), true, true);
    return lan.run(3).turns("a");
  }

  private static Role besideUnsigned(String keyword) {
    return beside("priority 200", router(keyword)).role("a");
  }

  private static Role besideFastClock(String keyword) {
    WrittenLan lan = new WrittenLan();
    lan.start("a", router(keyword));
    lan.start("b", router(keyword, "priority 200")).setClock(Duration.ofSeconds(20));
    return lan.run(10).role("a");
  }

  /** What the checksums of what is said cover before the message: nothing, or a destination. */
  private static String covered(String keyword, String... lines) {
    WrittenLan lan = new WrittenLan();
    lan.start("a", router(keyword, lines));
    lan.start("b", router("priority 100"));
    return lan.run(10).heard("b").stream()
        .map(KeywordsInForceTest::covered)
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private static String covered(Datagram heard) {
    byte[] message = heard.payload();
    if (onesComplementSum(message) == 0xffff) {
      return "nothing";
    }
    for (IpAddress destination : List.of(heard.destination(), IpAddress.of("224.0.0.18"))) {
      ByteBuffer whole = ByteBuffer.allocate(12 + message.length);
      whole.put(heard.source().octets()).put(destination.octets());
      whole.putShort((short) 112).putShort((short) message.length).put(message);
      if (onesComplementSum(whole.array()) == 0xffff) {
        return destination.toString();
      }
    }
    return "something else";
  }

  private static int onesComplementSum(byte[] octets) {
    int sum = 0;
    for (int i = 0; i < octets.length; i += 2) {
      sum += ((octets[i] & 0xff) << 8) | (octets[i + 1] & 0xff);
    }
    return (sum & 0xffff) + (sum >> 16);
  }

  /** Where advertisements go. */
  private static String destinations(String keyword, String... lines) {
    WrittenLan lan = new WrittenLan();
    lan.start("a", router(keyword, lines));
    lan.start("b", router("priority 100"));
    return lan.run(10).heard("b").stream()
        .map(heard -> heard.destination().toString())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /** The priority that comes of a seed. */
  private static Object chance(String keyword, long seed) {
    WrittenLan lan = new WrittenLan();
    lan.start("a", router(keyword, "priority ${_RANDOM 1 200}"), seed);
    return lan.instance("a").effectivePriority();
  }

  private static List<Integer> rounds(WrittenLan lan) {
    return lan.asked("a", KernelRequest.Announce.class).stream()
        .map(KernelRequest.Announce::rounds)
        .toList();
  }

  private static long gap(List<Long> moments) {
    return moments.get(1) - moments.get(0);
  }

  /** Announcements in ten seconds, long after it has become Active. */
  private static int elsewhere(String keyword) {
    return alone(keyword, "virtual_ipaddress {\n 10.9.0.100/24\n 10.8.0.100/24 dev eth1\n}")
        .forget()
        .run(10)
        .announcements("a")
        .size();
  }

  private static List<String> virtualLinks(WrittenLan lan) {
    return lan.asked("a", KernelRequest.MakeLink.class).stream()
        .map(made -> made.link().name().value())
        .toList();
  }

  /** The priority of a member whose group tracks a check that fails. */
  private static int failing(String keyword) {
    WrittenLan lan = new WrittenLan();
    String text =
        """
        vrrp_check chk {
          tcp 127.0.0.1 80
          interval 1
        }
        """
            + router(keyword)
            + router("")
                .replace("instance A", "instance B")
                .replace("51", "52")
                .replace("100/", "101/");
    Node node = lan.start("a", text);
    node.behaves(
        "chk", new Node.Behaviour(Duration.ofMillis(5), new ScriptOutcome.Exited(1), false));
    return lan.run(10).instance("a").effectivePriority().value();
  }
}
