package dev.vrrpd.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GeneratorTest {
  private static final Path DOCS = Path.of(System.getProperty("vrrpd.root", "..")).resolve("docs");

  @TestFactory
  Stream<DynamicTest> the_documents_are_what_the_table_says() throws IOException {
    return Generator.pages(DOCS.toAbsolutePath().normalize().getParent()).entrySet().stream()
        .map(page ->
            DynamicTest.dynamicTest(page.getKey(), () -> compare(page.getKey(), page.getValue())));
  }

  private static void compare(String name, String text) throws IOException {
    Path file = DOCS.resolve(name);
    if ("accept".equals(System.getProperty("golden"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertThat(text).as("bin/dev docs rewrites it").isEqualTo(Files.readString(file));
  }

  @Test
  void every_keyword_with_full_support_is_set_by_a_test() throws IOException {
    Proofs proofs = Proofs.in(DOCS.toAbsolutePath().normalize().getParent());
    assertThat(
            Keyword.all().stream()
                .filter(Keyword::full)
                .filter(keyword -> proofs.running(keyword).isEmpty())
                .filter(keyword -> proofs.reading(keyword).isEmpty())
                .map(keyword -> keyword.block() + " " + keyword.row().keyword()))
        .isEmpty();
  }

  @Test
  void a_proof_is_a_test_that_sets_the_keyword_in_its_block() throws IOException {
    Proofs proofs = Proofs.in(DOCS.toAbsolutePath().normalize().getParent());
    Keyword saved = Keyword.named("config_save_dir").getFirst();
    assertThat(proofs.running(saved)).containsExactly("ReloadIT");
    Keyword groups = named("vrrp_sync_group", "notify");
    assertThat(proofs.running(groups)).doesNotContain("ReloadIT");
    assertThat(proofs.running(named("vrrp_instance", "notify"))).contains("ReloadIT");
  }

  private static Keyword named(String block, String keyword) {
    return Keyword.named(keyword).stream()
        .filter(row -> row.block().equals(block))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_keyword_explains_itself() {
    assertThat(Keyword.named("advert_int"))
        .singleElement()
        .extracting(Keyword::help)
        .isEqualTo(
            """
            advert_int SECONDS
              Time between advertisements. Version 2: whole seconds; version 3: steps of 10 ms, up to 40.95 s.
              in        vrrp_instance
              values    0.01 to 255 s
              default   1
              RFC 9568  section 6.1
              support   FULL
              example
                advert_int 0.5
            """);
  }

  @Test
  void a_mistyped_keyword_has_a_neighbour() {
    assertThat(Keyword.near("advrt_int")).contains("advert_int");
  }
}
