package dev.vrrpd.core.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.router.Counter;
import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.core.track.ScriptOutcome;
import dev.vrrpd.core.value.InterfaceName;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keywords by which another router is Active, or at another time. */
class ElectionKeywordsTest {
  private static final String PEER = "unicast_peer {\n 10.9.0.9\n}";

  static Stream<KeywordStory> elections() {
    return Stream.of(
        KeywordStory.of(
            "global_defs {\n vrrp_down_timer_adverts 5\n}", k -> firstWord(k), 5414L, 3414L),
        KeywordStory.of(
            "global_defs {\n vrrp_delay_after_boot 10\n}", k -> firstWord(k), 9414L, 3414L),
        KeywordStory.of(
            "global_defs {\n vrrp_lower_prio_no_advert\n}",
            k -> besideDeafRival(k).run(5).of("a", Output.Transmit.class).size(),
            5,
            10),
        KeywordStory.of(
            "global_defs {\n vrrp_higher_prio_send_advert\n}",
            k -> overtaken(k).of("a", Output.Transmit.class).size(),
            1,
            0),
        KeywordStory.of(
            "global_defs {\n vrrp_owner_ignore_adverts\n}",
            k ->
                KeywordStory.beside("priority 255", KeywordStory.router(k, "priority 255"))
                    .role("a"),
            Role.ACTIVE,
            Role.BACKUP),
        KeywordStory.of(
            "global_defs {\n vrrp_skip_check_adv_addr\n}",
            k ->
                KeywordStory.beside(
                        "virtual_ipaddress {\n 10.9.0.101/24\n}\npriority 200",
                        KeywordStory.router(k))
                    .count("a", Counter.ADDRESS_LIST_ERRORS),
            1L,
            7L),
        KeywordStory.of(
            "global_defs {\n vrrp_check_unicast_src\n}",
            k ->
                KeywordStory.beside(
                        "priority 200\nunicast_peer {\n 10.9.0.1\n}", KeywordStory.router(k, PEER))
                    .role("a"),
            Role.ACTIVE,
            Role.BACKUP),
        KeywordStory.of(
            "unicast_fault_no_peer",
            k -> KeywordStory.alone(k, "unicast_src_ip 10.9.0.1").role("a"),
            Role.FAULT,
            Role.ACTIVE),
        KeywordStory.of("preempt", k -> latecomer(k, "nopreempt"), Role.ACTIVE, Role.BACKUP),
        KeywordStory.of("thread_timer_expired 100", k -> stalled(k), Role.BACKUP, Role.ACTIVE),
        KeywordStory.of(
            "interface_up_down_delays {\n eth0 2 3\n}",
            k -> flapped(k),
            List.of(2000L, 13_000L),
            List.of(0L, 10_000L)));
  }

  static Stream<KeywordStory> groups() {
    return Stream.of(
        KeywordStory.of(
            group("global_tracking", "track_script {\n chk weight -30\n}"),
            group("track_script {\n chk weight -30\n}"),
            k -> failing(k),
            120,
            150),
        KeywordStory.of(
            "vrrp_sync_group G {\n group {\n A\n B\n }\n global_tracking\n track_check {\n chk weight -30\n }\n}",
            group("global_tracking"),
            k -> failing(k),
            120,
            150));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"elections", "groups"})
  void aKeywordDoesWhatItSays(KeywordStory story) {
    assertThat(story.with()).as("with it").isEqualTo(story.expectedWith());
    assertThat(story.without()).as("without it").isEqualTo(story.expectedWithout());
  }

  private static String group(String... lines) {
    return "vrrp_sync_group G {\n group {\n A\n B\n }\n" + String.join("\n", lines) + "\n}";
  }

  private static long firstWord(String keyword) {
    return KeywordStory.alone(keyword).moments("a", Output.Transmit.class).getFirst();
  }

  /** Both are Active, and only this one hears the other, of lower priority. */
  private static WrittenLan besideDeafRival(String keyword) {
    WrittenLan lan = new WrittenLan();
    lan.medium().cut("a", "b");
    lan.start("a", KeywordStory.router(keyword));
    lan.start("b", KeywordStory.router("priority 100"));
    return lan.run(10).forget();
  }

  /** From the first word of one of higher priority on. */
  private static WrittenLan overtaken(String keyword) {
    WrittenLan lan = new WrittenLan();
    lan.start("a", KeywordStory.router(keyword));
    lan.run(10);
    lan.start("b", KeywordStory.router("priority 200"));
    while (lan.of("b", Output.Transmit.class).isEmpty()) {
      lan.forget().run(Duration.ofMillis(10));
    }
    return lan.run(3);
  }

  /** It comes to one of lower priority that is Active already. */
  private static Role latecomer(String keyword, String... lines) {
    WrittenLan lan = new WrittenLan();
    lan.start("b", KeywordStory.router("priority 100"));
    lan.run(10);
    lan.start("a", KeywordStory.router(keyword, lines));
    return lan.run(10).role("a");
  }

  /** It had no processor for so long that the other took over. */
  private static Role stalled(String keyword) {
    WrittenLan lan = new WrittenLan();
    Node node = lan.start("a", KeywordStory.router(keyword, "nopreempt"));
    lan.start("b", KeywordStory.router("priority 100\nnopreempt"));
    lan.run(5);
    node.freeze();
    lan.run(5);
    node.thaw();
    return lan.run(5).role("a");
  }

  /** When a link that goes down and ten seconds later comes up made a difference. */
  private static List<Long> flapped(String keyword) {
    WrittenLan lan = new WrittenLan();
    Node node = lan.start("a", KeywordStory.router(keyword));
    lan.run(10).forget();
    node.kernel().setLink(new InterfaceName("eth0"), false, false);
    lan.run(10);
    node.kernel().setLink(new InterfaceName("eth0"), true, true);
    return lan.run(3).turns("a");
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
            + KeywordStory.router(keyword)
            + KeywordStory.router("")
                .replace("instance A", "instance B")
                .replace("51", "52")
                .replace("100/", "101/");
    Node node = lan.start("a", text);
    node.behaves(
        "chk", new Node.Behaviour(Duration.ofMillis(5), new ScriptOutcome.Exited(1), false));
    return lan.run(10).instance("a").effectivePriority().value();
  }
}
