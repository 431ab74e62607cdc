package dev.vrrpd.core.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keepalived.conf(5) says a tracked file may hold, and what keepalived 2.2.7 makes of it. */
class FileContentTest {
  @ParameterizedTest
  @CsvSource({
    "'0', 0",
    "'20\n', 20",
    "'  \t-20\n', -20",
    "'+7 for tonight', 7",
    "'0x10', 16",
    "'-0X1f', -31",
    "'010', 8",
    "'09', 0",
    "'5e3', 5",
    "'', 0",
    "'junk 12', 0",
    "'-', 0",
    "'2147483647', 2147483647",
    "'-2147483648', -2147483648",
  })
  void theFirstNumberCountsAsCWritesIt(String text, int number) {
    assertThat(FileContent.number(octets(text.replace("\\n", "\n").replace("\\t", "\t"))))
        .hasValue(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483648", "-2147483649", "9999999999", "0xfffffffff"})
  void whatHasNoRoomIn32BitsChangesNothing(String text) {
    assertThat(FileContent.number(octets(text))).isEqualTo(OptionalInt.empty());
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
