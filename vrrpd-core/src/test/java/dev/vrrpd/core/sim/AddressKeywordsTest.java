package dev.vrrpd.core.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.kernel.KernelRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keywords by which addresses are announced otherwise, or stand on other links. */
class AddressKeywordsTest {
  static Stream<KeywordStory> announcements() {
    return Stream.of(
        KeywordStory.of(
            "global_defs {\n vrrp_min_garp\n}",
            k -> rounds(KeywordStory.alone(k)),
            List.of(1),
            List.of(5, 5)),
        KeywordStory.of(
            "global_defs {\n vrrp_garp_lower_prio_repeat 2\n}",
            k -> rounds(rivalOnce(k)),
            List.of(2, 2),
            List.of(5, 5)),
        KeywordStory.of(
            "global_defs {\n vrrp_garp_lower_prio_delay 2\n}",
            k -> gap(rivalOnce(k).announcements("a")),
            2000L,
            5000L),
        KeywordStory.of("global_defs {\n vrrp_garp_extra_if all 2\n}", k -> elsewhere(k), 5, 0),
        KeywordStory.of("global_defs {\n vrrp_vmac_garp_intvl all 2\n}", k -> elsewhere(k), 5, 0),
        KeywordStory.of("vmac_garp_intvl all 2", k -> elsewhere(k), 5, 0),
        KeywordStory.of(
            "garp_group {\n garp_interval 0.5\n interfaces {\n eth0\n eth1\n }\n}",
            k -> gap(KeywordStory.alone(k).announcements("a")),
            500L,
            5000L),
        KeywordStory.of(
            "garp_group {\n garp_interval 0.25\n interface eth0\n}",
            k -> gap(KeywordStory.alone(k).announcements("a")),
            250L,
            5000L),
        KeywordStory.of(
            "garp_group {\n gna_interval 0.5\n interfaces {\n eth0\n eth1\n }\n}",
            k ->
                gap(
                    KeywordStory.alone(k, "virtual_ipaddress {\n fe80::9:100/64\n}")
                        .announcements("a")),
            500L,
            5000L));
  }

  static Stream<KeywordStory> links() {
    return Stream.of(
        KeywordStory.of(
            "global_defs {\n vrrp_strict\n}",
            k -> KeywordStory.alone(k).asked("a", KernelRequest.Conceal.class).size(),
            1,
            0),
        KeywordStory.of(
            "global_defs {\n vmac_prefix edge\n}",
            k -> virtualLinks(KeywordStory.alone(k, "use_vmac")),
            List.of("edge.51"),
            List.of("vrrp.51")),
        KeywordStory.of(
            "use_ipvlan ipv0 10.9.0.50/24 private",
            k -> virtualLinks(KeywordStory.alone(k)),
            List.of("ipv0"),
            List.of()),
        KeywordStory.of(
            "global_defs {\n vmac_addr_prefix side\n}",
            k ->
                virtualLinks(
                    KeywordStory.alone(
                        k,
                        "use_vmac",
                        "use_vmac_addr",
                        "virtual_ipaddress {\n 10.8.0.100/24 dev eth1\n}")),
            List.of("vrrp.51", "side.51"),
            List.of("vrrp.51", "vrrp1.51")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"announcements", "links"})
  void aKeywordDoesWhatItSays(KeywordStory story) {
    assertThat(story.with()).as("with it").isEqualTo(story.expectedWith());
    assertThat(story.without()).as("without it").isEqualTo(story.expectedWithout());
  }

  /** One of lower priority was heard once. */
  private static WrittenLan rivalOnce(String keyword) {
    WrittenLan lan = new WrittenLan();
    lan.medium().cut("a", "b");
    lan.medium().cut("b", "a");
    lan.start("a", KeywordStory.router(keyword));
    lan.start("b", KeywordStory.router("priority 100"));
    lan.run(20).forget();
    lan.medium().heal();
    lan.medium().cut("a", "b");
    lan.run(1);
    lan.medium().cut("b", "a");
    return lan.run(20);
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
    return KeywordStory.alone(
            keyword, "virtual_ipaddress {\n 10.9.0.100/24\n 10.8.0.100/24 dev eth1\n}")
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
}
