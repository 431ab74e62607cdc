package dev.vrrpd.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * passwd(5) and group(5) files; what they do not know is asked of getent(1), and so of every name
 * service the host has. Never on the loop: a name service may be slow.
 */
public final class HostAccounts implements Accounts {
  private final Path etc;

  public HostAccounts() {
    this(Path.of("/etc"));
  }

  HostAccounts(Path etc) {
    this.etc = etc;
  }

  @Override
  public Optional<User> user(String name) {
    return entry("passwd", name, fields -> fields[0].equals(name) || fields[2].equals(name))
        .filter(fields -> fields.length > 3)
        .map(fields ->
            new User(
                fields[0],
                number(fields[2]),
                number(fields[3]),
                groups(fields[0], number(fields[3]))));
  }

  @Override
  public OptionalInt group(String name) {
    return entry("group", name, fields -> fields[0].equals(name) || fields[2].equals(name))
        .map(fields -> OptionalInt.of(number(fields[2])))
        .orElse(OptionalInt.empty());
  }

  private List<Integer> groups(String user, int primary) {
    List<Integer> groups = new ArrayList<>(List.of(primary));
    for (String[] fields : lines("group")) {
      boolean member = fields.length > 3 && List.of(fields[3].split(",")).contains(user);
      if (member && !groups.contains(number(fields[2]))) {
        groups.add(number(fields[2]));
      }
    }
    return groups;
  }

  private Optional<String[]> entry(String database, String name, Predicate<String[]> wanted) {
    Optional<String[]> local = lines(database).stream().filter(wanted).findFirst();
    return local.isPresent() ? local : asked(database, name);
  }

  private List<String[]> lines(String database) {
    try (Stream<String> lines = Files.lines(etc.resolve(database), StandardCharsets.ISO_8859_1)) {
      return lines.map(line -> line.split(":", -1)).filter(fields -> fields.length > 2).toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  private static Optional<String[]> asked(String database, String name) {
    try {
      Process getent =
          new ProcessBuilder("getent", database, name)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      getent.getOutputStream().close();
      String answer =
          new String(getent.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return answer.isBlank() ? Optional.empty() : Optional.of(answer.strip().split(":", -1));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** Ids are unsigned in the kernel. */
  private static int number(String field) {
    return Integer.parseUnsignedInt(field);
  }
}
