package dev.vrrpd.core.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.wire.Datagram;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keywords by which advertisements are others, or are heard otherwise. */
class AdvertisementKeywordsTest {
  private static final String KEY =
      "auth_hmac {\n key 1 0123456789abcdef0123456789abcdef\n active_key 1\n";

  static Stream<KeywordStory> signatures() {
    return Stream.of(
        KeywordStory.of(
            KEY + "mode permissive\n}",
            KEY + "}",
            k -> besideUnsigned(k),
            Role.BACKUP,
            Role.ACTIVE),
        KeywordStory.of(
            KEY + "time_window 60\n}",
            KEY + "}",
            k -> besideFastClock(k),
            Role.BACKUP,
            Role.ACTIVE),
        KeywordStory.of(
            KEY + "anti_replay monotonic\n}",
            KEY + "}",
            k -> besideFastClock(k),
            Role.BACKUP,
            Role.ACTIVE));
  }

  static Stream<KeywordStory> words() {
    return Stream.of(
        KeywordStory.of(
            "global_defs {\n v3_checksum_as_v2\n}", k -> covered(k), "nothing", "224.0.0.18"),
        KeywordStory.of("v3_checksum_as_v2", k -> covered(k), "nothing", "224.0.0.18"),
        KeywordStory.of(
            "old_unicast_checksum",
            k -> covered(k, "unicast_peer {\n 10.9.0.2\n}"),
            "224.0.0.18",
            "10.9.0.2"),
        KeywordStory.of(
            "mcast_dst_ip 224.0.0.99", k -> destinations(k), "224.0.0.99", "224.0.0.18"),
        KeywordStory.of(
            "native_ipv6", k -> destinations(k, "no_virtual_ipaddress"), "ff02::12", "224.0.0.18"),
        KeywordStory.of(
            "global_defs {\n random_seed 7\n}",
            k -> Stream.of(1, 2).map(seed -> chance(k, seed)).distinct().count(),
            1L,
            2L));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"signatures", "words"})
  void aKeywordDoesWhatItSays(KeywordStory story) {
    assertThat(story.with()).as("with it").isEqualTo(story.expectedWith());
    assertThat(story.without()).as("without it").isEqualTo(story.expectedWithout());
  }

  private static Role besideUnsigned(String keyword) {
    return KeywordStory.beside("priority 200", KeywordStory.router(keyword)).role("a");
  }

  private static Role besideFastClock(String keyword) {
    WrittenLan lan = new WrittenLan();
    lan.start("a", KeywordStory.router(keyword));
    lan.start("b", KeywordStory.router(keyword, "priority 200")).setClock(Duration.ofSeconds(20));
    return lan.run(10).role("a");
  }

  /** What the checksums of what is said cover before the message: nothing, or a destination. */
  private static String covered(String keyword, String... lines) {
    WrittenLan lan = new WrittenLan();
    lan.start("a", KeywordStory.router(keyword, lines));
    lan.start("b", KeywordStory.router("priority 100"));
    return lan.run(10).heard("b").stream()
        .map(AdvertisementKeywordsTest::covered)
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
    lan.start("a", KeywordStory.router(keyword, lines));
    lan.start("b", KeywordStory.router("priority 100"));
    return lan.run(10).heard("b").stream()
        .map(heard -> heard.destination().toString())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /** The priority that comes of a seed. */
  private static Object chance(String keyword, long seed) {
    WrittenLan lan = new WrittenLan();
    lan.start("a", KeywordStory.router(keyword, "priority ${_RANDOM 1 200}"), seed);
    return lan.instance("a").effectivePriority();
  }
}
