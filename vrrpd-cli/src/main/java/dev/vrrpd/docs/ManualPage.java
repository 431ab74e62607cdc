package dev.vrrpd.docs;

import dev.vrrpd.core.config.grammar.Block;

/** {@code docs/man/vrrpd.conf.5}: the reference for man(1). */
final class ManualPage {
  private ManualPage() {}

  static String text() {
    StringBuilder page =
        new StringBuilder(
            """
            .\\" Generated from the table of keywords: bin/dev docs
            .TH VRRPD.CONF 5 "" "vrrpd" "File Formats"
            .SH NAME
            vrrpd.conf \\- configuration of vrrpd, in the language of keepalived.conf(5)
            .SH DESCRIPTION
            One keyword on each line, blocks in braces, comments from # or ! to the end of the line.
            Words with blanks stand between double quotes.
            .SS Preprocessing
            .TP
            .B include FILE
            Reads other files here; FILE may hold wildcards and {a,b} alternatives, and is relative to the
            directory of the file it stands in. includer, includem, includew, includeb and includea check more.
            .TP
            .B @ID line, @^ID line
            The line counts only if the configuration id (\\-i, else the short host name) is, or is not, ID.
            .TP
            .B $NAME=value
            Defines a parameter; ${NAME} uses it. A value that ends in a backslash goes on with the next line.
            .TP
            .B ~SEQ(VAR, START, STEP, END) line, ~LST(VAR, A, B, ...) line
            Repeats the line with VAR defined anew each time.
            """);
    Keyword.blocks().forEach(block -> block(page, block));
    page.append(".SH SEE ALSO\n.BR vrrpd (8),\n.BR keepalived.conf (5)\n");
    return page.toString();
  }

  private static void block(StringBuilder page, Block<?> block) {
    String name = block.name().isEmpty() ? "OUTSIDE OF ALL BLOCKS" : block.name();
    page.append(".SH \"").append(name).append("\"\n");
    for (var row : block.rows()) {
      Keyword keyword = new Keyword(block.name(), row);
      page.append(".TP\n.B ").append(escaped(keyword.synopsis())).append('\n');
      page.append(escaped(row.summary())).append('\n');
      sentence(page, "Values", row.range());
      sentence(page, "Default", keyword.defaultText());
      if (!row.support().label().equals("FULL")) {
        sentence(page, "Support", keyword.support());
      }
    }
  }

  private static void sentence(StringBuilder page, String name, String value) {
    if (!value.isEmpty()) {
      page.append(name).append(": ").append(escaped(value)).append(".\n");
    }
  }

  /** A leading dot or quote would be a request. */
  private static String escaped(String text) {
    String plain = text.replace("\\", "\\e").replace("-", "\\-").replace("\n", " ");
    return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
  }
}
