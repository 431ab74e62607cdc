package dev.vrrpd.docs;

import dev.vrrpd.core.config.grammar.Block;
import dev.vrrpd.core.config.grammar.Directive;

/** {@code docs/configuration.md}: all keywords by block. */
final class ReferencePage {
  private ReferencePage() {}

  static String text() {
    StringBuilder page =
        new StringBuilder(
            """
            # Configuration reference

            Generated from the table of keywords: `bin/dev docs` writes it, `bin/dev docs --check` compares.
            The language is keepalived's; what vrrpd does with each keyword today is its support:
            `FULL` works as described, `NO_EFFECT` is accepted and has nothing to do. `vrrpd help KEYWORD`
            prints one entry.

            """);
    for (Block<?> block : Keyword.blocks()) {
      block(page, block);
    }
    return page.toString();
  }

  private static void block(StringBuilder page, Block<?> block) {
    page.append("## ")
        .append(block.name().isEmpty() ? "Outside of all blocks" : block.name())
        .append("\n\n");
    page.append("| Keyword | Values | Default | Since | RFC 9568 | Support | Meaning |\n");
    page.append("|---|---|---|---|---|---|---|\n");
    block.rows().forEach(row -> page.append(row(new Keyword(block.name(), row))));
    page.append('\n');
    examples(page, block);
  }

  private static String row(Keyword keyword) {
    Directive<?> row = keyword.row();
    return "| `%s` | %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            cell(keyword.synopsis()),
            cell(row.range()),
            cell(keyword.defaultText()),
            row.since(),
            row.rfc(),
            cell(keyword.support()),
            cell(
                row.replacement().map(other -> "Deprecated: write `" + other + "`. ").orElse("")
                    + row.summary()));
  }

  private static void examples(StringBuilder page, Block<?> block) {
    boolean any = block.rows().stream().anyMatch(row -> row.example().isPresent());
    if (!any) {
      return;
    }
    page.append("```\n");
    block.rows().stream()
        .flatMap(row -> row.example().stream())
        .forEach(example -> page.append(example).append('\n'));
    page.append("```\n\n");
  }

  static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
