package dev.vrrpd.surface.dump;

import dev.vrrpd.core.config.Command;
import java.util.stream.Collectors;

/** A script in dumps: {@code '/etc/notify.sh' 'backup'}. */
public final class CommandText {
  private CommandText() {}

  public static String of(Command command) {
    return command.words().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
  }
}
