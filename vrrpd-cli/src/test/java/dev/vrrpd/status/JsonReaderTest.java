package dev.vrrpd.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vrrpd.surface.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "a/b\\c\"d", "line\nand\ttab", "\u0001", "Zürich 山", "}],:"})
  void whatIsWrittenIsRead(String text) {
    String written = new Json().put("name", text).putIfAny("all", List.of(text)).toString();
    assertThat(JsonReader.read(written)).isEqualTo(Map.of("name", text, "all", List.of(text)));
  }

  @Test
  void valuesOfEveryKindAreRead() {
    assertThat(
            JsonReader.read(
                " { \"a\" : [ 1 , -2.5 , 1e3 ] , \"b\" : true , \"c\" : false, \"d\":{} } "))
        .isEqualTo(Map.of("a", List.of(1.0, -2.5, 1000.0), "b", true, "c", false, "d", Map.of()));
  }

  @Test
  void aDocumentWithoutBottomDoesNotEatTheStack() {
    assertThatThrownBy(() -> JsonReader.read("[".repeat(100_000)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[1", "\"a", "\"\\u12\"", "tru", "{1:2}", "1 2", "{\"a\" 1}"})
  void whatIsCutOffOrElseIsRefused(String text) {
    assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
