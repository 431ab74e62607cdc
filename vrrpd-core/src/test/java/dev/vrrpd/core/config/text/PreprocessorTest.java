package dev.vrrpd.core.config.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.Files;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PreprocessorTest {
  private static final int ROOM = 1 << 20;

  private final Diagnostics diagnostics = new Diagnostics();
  private final List<Token> tokens = new ArrayList<>();

  /** Each statement with its words joined by {@code |}, braces as they are. */
  private List<String> read(Files files) {
    Surroundings surroundings = new Surroundings("node1", Map.of("SITE", "paris"), 42, false);
    new Preprocessor(files, surroundings, new Budget(ROOM), diagnostics, tokens::add)
        .read("vrrpd.conf");
    return tokens.stream()
        .map(token ->
            switch (token) {
              case Token.Statement(List<Word> words, Text _) ->
                  words.stream().map(Word::text).collect(Collectors.joining("|"));
              case Token.Open(Span _) -> "{";
              case Token.Close(Span _) -> "}";
            })
        .toList();
  }

  private List<String> read(String... lines) {
    return read(Files.of(String.join("\n", lines)));
  }

  private List<Code> codes() {
    return diagnostics.sorted().stream().map(Diagnostic::code).toList();
  }

  @Test
  void comments_begin_anywhere_but_between_double_quotes() {
    assertThat(read("a b#c", "! all of it", "a \"b#c\" d ! e", "a 'b#c'"))
        .containsExactly("a|b", "a|b#c|d", "a|'b");
  }

  @Test
  void a_backslash_does_not_protect_a_comment_character() {
    assertThat(read("a b\\#c d", "a b\\nc")).containsExactly("a|b", "a|b\\nc");
    assertThat(codes()).containsExactly(Code.ESCAPED_COMMENT);
  }

  @Test
  void a_double_quote_begins_a_word_wherever_it_stands() {
    assertThat(read("x a\"b c\"d \"\"")).containsExactly("x|a|b c|d|");
  }

  @Test
  void braces_stand_anywhere() {
    assertThat(read("vrrp_instance X{", "a { b } c", "}", "d \"{\""))
        .containsExactly("vrrp_instance|X", "{", "a", "{", "b", "}", "c", "}", "d|{");
  }

  @Test
  void there_is_no_line_continuation() {
    assertThat(read("priority \\", "100")).containsExactly("priority|\\", "100");
  }

  @Test
  void lines_of_another_configuration_are_left_out() {
    assertThat(read("@node1 a", "@node2 b", "@^node1 c", "@^node2 d", "@node1"))
        .containsExactly("a", "d");
  }

  @Test
  void parameters_are_replaced_textually_and_again_in_what_replaces_them() {
    assertThat(
            read(
                "$A=1",
                "$B=x${A}y",
                "$C=$A $LATER",
                "a ${B}z \"$A ${A}\"",
                "b $C",
                "$LATER=2",
                "c $C,$A)",
                "d $Ab"))
        .containsExactly("a|x1yz|1 1", "b|1|$LATER", "c|1|2,1)", "d|$Ab");
  }

  @Test
  void a_parameter_keeps_the_place_of_its_use() {
    read("$A=100", "  priority  $A");
    Token.Statement statement = (Token.Statement) tokens.getFirst();
    assertThat(statement.words().get(1).span()).isEqualTo(new Span("vrrpd.conf", 2, 13, 2));
  }

  @Test
  void a_multi_line_parameter_is_read_as_if_it_stood_at_its_use() {
    assertThat(
            read(
                "$BODY= \\",
                "  interface eth0 \\",
                "",
                "  priority $P",
                "$P=5",
                "x {",
                "a $BODY",
                "}"))
        .containsExactly("x", "{", "a|interface|eth0", "priority|5", "}");
  }

  @Test
  void definitions_may_be_nested_and_conditional() {
    assertThat(
            read(
                "$INNER= \\",
                "  @node1 b \\",
                "  @node2 c",
                "$OUTER= \\",
                "  a \\",
                "  $INNER",
                "$OUTER"))
        .containsExactly("a", "b");
  }

  @Test
  void sequences_count_up_down_and_in_hexadecimal() {
    assertThat(
            read(
                "~SEQ(A, 3) a $A",
                "~SEQ(B, -2) b $B",
                "~SEQ(C, 5, 4) c $C",
                "~SEQ(D, 0, 4, 9) d $D",
                "~SEQx(E, 9, 0xb) e $E"))
        .containsExactly(
            "a|1", "a|2", "a|3", "b|-1", "b|-2", "c|5", "c|4", "d|0", "d|4", "d|8", "e|9", "e|a",
            "e|b");
  }

  @Test
  void loops_nest_and_take_parameters() {
    assertThat(read("$N=2", "~SEQ(A, $N) ~LST(B, x, y) ${A}$B"))
        .containsExactly("1x", "1y", "2x", "2y");
  }

  @Test
  void lists_set_several_variables_at_once() {
    assertThat(read("~LST({A, B}, {1, x}, {2}) a ${A} \"${B}\"")).containsExactly("a|1|x", "a|2|");
  }

  @Test
  void predefined_parameters_are_known() {
    assertThat(
            read(
                "a ${_PWD} $_INSTANCE ${_ENV SITE} \"${_ENV NONE}\"",
                "b \"${_HASH}${_BANG}\"",
                "c ${_HASH}",
                "d ${_RANDOM 7 7}"))
        .containsExactly("a|/srv|node1|paris|", "b|#!", "c", "d|7");
  }

  @Test
  void the_same_seed_gives_the_same_numbers() {
    assertThat(
            read(
                "random_seed 5",
                "a ${_RANDOM 0 1000000}",
                "random_seed 5",
                "a ${_RANDOM 0 1000000}"))
        .satisfies(lines -> assertThat(lines.get(1)).isEqualTo(lines.get(3)));
  }

  @Test
  void includes_are_relative_to_their_file_sorted_and_stop_at_their_end() {
    Files files =
        Files.of("a\ninclude conf.d/*.conf\nz")
            .with("conf.d/2.conf", "c")
            .with("conf.d/1.conf", "b ${_PWD}\ninclude ../more/x")
            .with("conf.d/.hidden.conf", "no")
            .with("conf.d/readme", "no")
            .with("conf.d/../more/x", "x");
    assertThat(read(files)).containsExactly("a", "b|/srv/conf.d", "x", "c", "z");
    assertThat(codes()).isEmpty();
  }

  @Test
  void alternatives_in_braces_are_files_of_their_own() {
    Files files = Files.of("include {b,a}.conf").with("a.conf", "a").with("b.conf", "b");
    assertThat(read(files)).containsExactly("b", "a");
  }

  @Test
  void a_file_that_includes_itself_is_read_once() {
    Files files = Files.of("a\ninclude b").with("b", "b\ninclude vrrpd.conf");
    assertThat(read(files)).containsExactly("a", "b");
    assertThat(codes()).containsExactly(Code.INCLUDE_LOOP);
  }

  @Test
  void checks_make_a_missing_include_fatal() {
    read("include a*", "includem b", "includew c*", "include_check match", "include d");
    assertThat(codes())
        .containsExactly(
            Code.INCLUDE_NOT_FOUND,
            Code.INCLUDE_CHECK_FAILED,
            Code.INCLUDE_CHECK_FAILED,
            Code.INCLUDE_CHECK_FAILED);
  }

  @Test
  void what_cannot_be_read_is_named_with_its_reason() {
    read(Files.of("includer x").unusable("x", "a directory"));
    assertThat(diagnostics.sorted().getFirst().message())
        .isEqualTo("'x' is skipped: it is a directory");
  }

  @Test
  void growth_without_end_is_cut_off() {
    read("$A=${A}${A}", "a $A", "$B=${C}${C}", "$C=${D}${D}", "$D= \\", "$D \\", "$D", "$D");
    assertThat(codes()).containsOnly(Code.EXPANSION_LIMIT, Code.TOO_LARGE);
  }

  @Test
  void what_grows_beyond_all_bounds_is_given_up_with_one_finding() {
    read("~SEQ(A, 100000) ~SEQ(B, 100000) $X", "~SEQ(C, 100000) a", "b");
    assertThat(diagnostics.sorted())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.code()).isEqualTo(Code.TOO_LARGE);
          assertThat(found.span().line()).isEqualTo(1);
        });
    assertThat(tokens.size()).isLessThan(ROOM / 64);
  }

  @Test
  void lines_that_lead_to_nothing_are_given_up_too() {
    read("~SEQ(A, 1000000000) @nobody x");
    assertThat(codes()).containsExactly(Code.TOO_LARGE);
    assertThat(tokens).isEmpty();
  }

  @Test
  void long_words_take_the_room_that_they_need() {
    read("$A=" + "a".repeat(1000), "$B=${A}${A}${A}${A}${A}${A}${A}${A}", "~SEQ(C, 1000) x ${B}");
    assertThat(codes()).containsExactly(Code.TOO_LARGE);
    assertThat(tokens.size()).isBetween(40, ROOM / 8000);
  }

  @Test
  void alternatives_of_alternatives_are_cut_off() {
    assertThat(FilePattern.alternatives("{a,b}".repeat(800))).hasSize(1024);
    assertThat(FilePattern.alternatives("{".repeat(4000))).hasSize(1);
    assertThat(FilePattern.alternatives("{" + ",".repeat(4000) + "}")).hasSize(1024);
  }

  @Test
  void a_line_beyond_all_measure_is_left_out() {
    assertThat(read("a " + "b".repeat(70_000), "c")).containsExactly("c");
    assertThat(codes()).containsExactly(Code.LINE_TOO_LONG);
  }
}
