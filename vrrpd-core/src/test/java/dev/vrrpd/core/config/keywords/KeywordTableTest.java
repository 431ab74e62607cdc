package dev.vrrpd.core.config.keywords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.Files;
import dev.vrrpd.core.config.Loaded;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Severity;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Directive;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.grammar.Shape;
import dev.vrrpd.core.config.keywords.Rows.Row;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class KeywordTableTest {
  /** Findings about what stands around an example, not about the example. */
  private static final Set<Code> SURROUNDINGS =
      Set.of(
          Code.NO_VRID,
          Code.NO_INTERFACE,
          Code.UNKNOWN_NAME,
          Code.GROUP_EMPTY,
          Code.NO_SCRIPT,
          Code.ADDRESS_REQUIRED,
          Code.AUTHENTICATION_UNUSABLE,
          Code.MISSING_KEYWORD);

  @TestFactory
  Stream<DynamicTest> every_example_reads_without_an_error() {
    return Rows.all()
        .map(row ->
            DynamicTest.dynamicTest(row.toString(), () -> assertThat(errors(row)).isEmpty()));
  }

  private static List<Diagnostic> errors(Row row) {
    Loaded loaded = Files.of(Rows.within(row)).load();
    return loaded.diagnostics().stream()
        .filter(found -> found.severity() == Severity.ERROR || found.code() == Code.EXTRA_WORDS)
        .filter(found -> !SURROUNDINGS.contains(found.code()))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> every_default_prints_back_as_itself() {
    return Rows.all()
        .filter(row -> !row.directive().byDefault().isEmpty())
        .map(row ->
            DynamicTest.dynamicTest(
                row + " " + row.directive().byDefault(),
                () -> assertThat(printed(row.directive())).isEqualTo(row.directive().byDefault())));
  }

  private static String printed(Directive<?> directive) {
    return directive.shape() instanceof Shape.Value<?, ?>(Argument<?> argument, var _)
        ? reprint(argument, directive.byDefault())
        : "not a value";
  }

  private static <T> String reprint(Argument<T> argument, String text) {
    return argument.read(Line.ofValue(text)).map(argument::print).orElse("not readable");
  }

  @Test
  void every_row_says_in_a_sentence_what_it_is_for() {
    assertThat(Rows.all().filter(row -> !row.directive().summary().endsWith("."))).isEmpty();
  }

  @Test
  void every_keyword_without_effect_says_why() {
    assertThat(
            Rows.all()
                .filter(row ->
                    !row.directive().support().label().equals("FULL")
                        && row.directive().support().explanation().isEmpty()))
        .isEmpty();
  }

  /**
   * keepalived's 140, and vrrpd's own {@code metrics}, {@code status_socket}, {@code log_level},
   * {@code notify_coalesce}, {@code notify_webhook}, {@code maintenance_file}, {@code
   * vrrp_on_vip_loss}, {@code vrrp_rival_probe} and {@code vrrp_takeover_probe}.
   */
  private static final int GLOBAL_KEYWORDS = 140 + 9;

  /** keepalived's 15, {@code track_check} and {@code notify_webhook}. */
  private static final int GROUP_KEYWORDS = 15 + 2;

  /**
   * keepalived's 77, {@code track_check}, {@code notify_webhook}, {@code on_vip_loss}, {@code
   * rival_probe} and {@code takeover_probe}.
   */
  private static final int INSTANCE_KEYWORDS = 77 + 5;

  /** keepalived's 25, and {@code vrrp_check}. */
  private static final int OUTER_KEYWORDS = 25 + 1;

  @Test
  void the_table_has_as_many_keywords_as_keepalived() {
    Map<String, Integer> expected =
        Map.of(
            "global_defs", GLOBAL_KEYWORDS,
            "vrrp_sync_group", GROUP_KEYWORDS,
            "vrrp_script", 8,
            "vrrp_track_process", 9,
            "track_file", 3,
            "bfd_instance", 15,
            "garp_group", 4,
            "track_group", 1);
    expected.forEach((name, count) ->
        assertThat(
                Rows.blocks()
                    .filter(block -> block.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .rows())
            .as(name)
            .hasSize(count));
    long instance =
        Rows.blocks()
            .filter(block ->
                Set.of("vrrp_instance", "authentication", "auth_hmac").contains(block.name()))
            .mapToLong(block -> block.rows().size())
            .sum();
    assertThat(instance).isEqualTo(INSTANCE_KEYWORDS);
    assertThat(FileRows.TABLE.rows()).hasSize(OUTER_KEYWORDS);
  }
}
