package dev.vrrpd.docs;

import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Block;
import dev.vrrpd.core.config.grammar.Directive;
import dev.vrrpd.core.config.grammar.Shape;
import java.util.List;
import java.util.stream.Collectors;

/** {@code docs/vrrpd.schema.json}: the table as a JSON schema, for editors and generators. */
final class SchemaPage {
  private SchemaPage() {}

  static String text() {
    List<Block<?>> blocks = Keyword.blocks();
    String definitions =
        blocks.stream()
            .filter(block -> !block.name().isEmpty())
            .map(block -> "    %s: %s".formatted(Json.string(block.name()), object(block, 4)))
            .collect(Collectors.joining(",\n"));
    return """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "vrrpd.conf",
      "description": "Blocks with a name are objects by name. Generated: bin/dev docs",
      "$defs": {
    %s
      },
    %s
    }
    """
        .formatted(definitions, members(blocks.getFirst(), 2));
  }

  private static String object(Block<?> block, int indent) {
    return "{\n%s\n%s}".formatted(members(block, indent + 2), " ".repeat(indent));
  }

  private static String members(Block<?> block, int indent) {
    String margin = " ".repeat(indent);
    String properties =
        block.rows().stream()
            .map(row -> "%s  %s: %s".formatted(margin, Json.string(row.keyword()), property(row)))
            .collect(Collectors.joining(",\n"));
    return "%s\"type\": \"object\",\n%s\"additionalProperties\": false,\n%s\"properties\": {\n%s\n%s}"
        .formatted(margin, margin, margin, properties, margin);
  }

  private static String property(Directive<?> row) {
    String description = Json.string(row.summary());
    String deprecated = row.replacement().isPresent() ? ", \"deprecated\": true" : "";
    return switch (row.shape()) {
      case Shape.Value<?, ?>(Argument<?> argument, var _) ->
          "{\"type\": \"%s\", \"description\": %s%s}"
              .formatted(argument.type(), description, deprecated);
      case Shape.Entries<?, ?> _ ->
          "{\"type\": \"array\", \"items\": {\"type\": \"string\"}, \"description\": %s}"
              .formatted(description);
      case Shape.Section<?, ?>(Block<?> inner, var _, var _) -> section(row, inner, description);
      case Shape.Skipped<?>() -> "{\"description\": %s}".formatted(description);
    };
  }

  private static String section(Directive<?> row, Block<?> inner, String description) {
    String reference = "{\"$ref\": \"#/$defs/%s\"}".formatted(inner.name());
    return row.synopsis().isEmpty()
        ? "{\"$ref\": \"#/$defs/%s\", \"description\": %s}".formatted(inner.name(), description)
        : "{\"type\": \"object\", \"additionalProperties\": %s, \"description\": %s}"
            .formatted(reference, description);
  }
}
