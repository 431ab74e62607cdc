package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.grammar.Block;
import dev.vrrpd.core.config.grammar.Directive;
import java.util.stream.Stream;

/** Every keyword with the block it stands in, and files around it. */
final class Rows {
  /** What every row is tried in: two instances in a group, a script that they track. */
  private static final String BASE =
      """
      global_defs {
      %s
      }
      vrrp_script chk {
      script /bin/true
      %s
      }
      vrrp_instance X {
      interface eth0
      virtual_router_id 51
      virtual_ipaddress {
      10.0.0.10/24
      }
      %s
      }
      vrrp_instance Y {
      interface eth1
      virtual_router_id 52
      virtual_ipaddress {
      10.0.1.10/24
      }
      track_script {
      chk
      }
      }
      vrrp_sync_group G {
      %s
      group {
      X
      Y
      }
      }
      """;

  /** Later keywords of the same name win, but for keys, which are added. */
  private static final String KEYS =
      """
      key 2 a-key-of-thirty-two-octets-or-more
      active_key 2\
      """;

  private Rows() {}

  record Row(Block<?> block, Directive<?> directive) {
    boolean full() {
      return directive.support().label().equals("FULL");
    }

    @Override
    public String toString() {
      return block.name() + " " + directive.keyword();
    }
  }

  static Stream<Block<?>> blocks() {
    return Stream.concat(Stream.of(FileRows.TABLE), FileRows.TABLE.inner());
  }

  static Stream<Row> all() {
    return blocks()
        .flatMap(block -> block.rows().stream().map(directive -> new Row(block, directive)));
  }

  /** A complete file without any row's example. */
  static String file() {
    return BASE.formatted("", "", "", "");
  }

  /** The complete file with the example of {@code row} where it belongs. */
  static String file(Row row) {
    String example = row.directive().exampleText();
    return switch (row.block().name()) {
      case "" -> example + "\n" + file();
      case "global_defs" -> BASE.formatted(example, "", "", "");
      case "vrrp_script" -> BASE.formatted("", example, "", "");
      case "vrrp_instance" -> BASE.formatted("", "", example, "");
      case "vrrp_sync_group" -> BASE.formatted("", "", "", example);
      case "authentication" ->
          BASE.formatted(
              "",
              "",
              "authentication {\nauth_type PASS\nauth_pass x\n%s\n}".formatted(example),
              "");
      case "auth_hmac" ->
          BASE.formatted("", "", "version 3\nauth_hmac {\n%s\n%s\n}".formatted(KEYS, example), "");
      default -> within(row) + file();
    };
  }

  /** The example alone in its block. */
  static String within(Row row) {
    String example = row.directive().exampleText();
    String block = row.block().name();
    return switch (block) {
      case "" -> example;
      case "garp_group" ->
          "garp_group {\ngarp_interval 0.5\ninterface eth9\n%s\n}\n".formatted(example);
      case "global_defs" -> block + " {\n" + example + "\n}\n";
      case "authentication", "auth_hmac" ->
          "vrrp_instance X {\n" + block + " {\n" + example + "\n}\n}\n";
      default -> block + " NAME {\n" + example + "\n}\n";
    };
  }
}
