package dev.vrrpd.core.config.dump;

import dev.vrrpd.core.config.Command;
import java.util.stream.Collectors;

/** A command as a script keyword takes it: one quoted word that splits into its arguments again. */
final class CommandText {
  private CommandText() {}

  static String of(Command command) {
    String line =
        command.words().stream().map(CommandText::argument).collect(Collectors.joining(" "));
    String user = command.user().map(name -> " " + name).orElse("");
    String group = command.group().map(name -> " " + name).orElse("");
    return '"' + line + '"' + user + group;
  }

  /** Octal escapes stand for what neither quotes nor comments may see. */
  private static String argument(String word) {
    if (word.matches("[A-Za-z0-9_.:/@%+=,<>|&;-]+")) {
      return word;
    }
    StringBuilder escaped = new StringBuilder("'");
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean plain = c >= ' ' && c < 0x7f && "'\"\\".indexOf(c) < 0;
      if (plain || c > 0xff) {
        escaped.append(c);
      } else {
        escaped.append("\\%03o".formatted((int) c));
      }
    }
    return escaped.append('\'').toString();
  }
}
