package dev.vrrpd.dist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OneJarTest {
  private final OneJar jar = new OneJar(25);

  private static Map<String, byte[]> content(String... namesAndTexts) {
    Map<String, byte[]> content = new TreeMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      content.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(UTF_8));
    }
    return content;
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    jar.entries().forEach((name, octets) -> texts.put(name, new String(octets, UTF_8)));
    return texts;
  }

  @Test
  void ofSeveralVersionsOfJavaTheNewestThatThisOneRunsIsTaken() {
    jar.add(
        "netty",
        content(
            "a/B.class", "general",
            "META-INF/versions/9/a/B.class", "nine",
            "META-INF/versions/25/a/B.class", "twenty-five",
            "META-INF/versions/26/a/B.class", "twenty-six",
            "META-INF/versions/11/a/C.class", "eleven"));
    assertThat(texts())
        .containsOnly(Map.entry("a/B.class", "twenty-five"), Map.entry("a/C.class", "eleven"));
  }

  @Test
  void licencesOfAllAreKept() {
    jar.add("one", content("META-INF/LICENSE", "mine", "a/B.class", "b"));
    jar.add("two", content("META-INF/LICENSE", "yours"));
    assertThat(texts())
        .containsEntry("META-INF/LICENSE", "mine")
        .containsEntry("META-INF/of/two/LICENSE", "yours");
  }

  @Test
  void whatSpeaksOfTheJarItselfIsForgotten() {
    jar.add(
        "one",
        content(
            "META-INF/MANIFEST.MF", "",
            "META-INF/INDEX.LIST", "",
            "META-INF/X.SF", "",
            "module-info.class", "",
            "META-INF/versions/9/module-info.class", ""));
    assertThat(jar.entries()).isEmpty();
  }

  @Test
  void twoAnswersToOneQuestionAreNotMerged() {
    jar.add("one", content("META-INF/services/S", "x", "a/B.class", "b"));
    assertThatThrownBy(() -> jar.add("two", content("META-INF/services/S", "y")))
        .hasMessageContaining("META-INF/services/S");
    assertThatThrownBy(() -> jar.add("three", content("a/B.class", "c")))
        .hasMessageContaining("a/B.class");
  }
}
