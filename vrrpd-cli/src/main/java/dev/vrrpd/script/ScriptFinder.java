package dev.vrrpd.script;

import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.GlobalConfig;
import dev.vrrpd.netlink.process.Identity;
import dev.vrrpd.netlink.process.Program;
import dev.vrrpd.script.PathInspection.Weakness;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Finds the program that a configured command means, who it runs as, and whether it may: the rules
 * of keepalived.conf(5) for {@code script_user}, {@code user} and {@code enable_script_security}.
 * Reads the file system, so never on the loop; starts nothing.
 */
public final class ScriptFinder {
  /** The user keepalived prefers when nobody says which. */
  static final String DEFAULT_USER = "keepalived_script";

  static final String NO_DEFAULT_USER =
      "WARNING - default user 'keepalived_script' for script execution does not exist - please create.";

  private static final String DEFAULT_PATH =
      "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
  private static final int SET_ID = 06000;

  /** What would act on the daemon's behalf in a script's process. */
  private static final Set<String> NOT_INHERITED =
      Set.of("LD_PRELOAD", "LD_LIBRARY_PATH", "IFS", "NOTIFY_SOCKET");

  /** What was found out about one command. */
  public sealed interface Found {
    /** {@code weakness}: somebody but root could change what runs as root, and security is off. */
    record Usable(Program program, Optional<Weakness> weakness) implements Found {}

    /** It will not be run; {@code reason} completes "it ...". */
    record Unusable(String reason) implements Found {}
  }

  private final GlobalConfig global;
  private final Accounts accounts;
  private final List<String> environment;
  private final String searchPath;

  public ScriptFinder(GlobalConfig global, Accounts accounts, Map<String, String> environment) {
    this.global = global;
    this.accounts = accounts;
    this.environment =
        environment.entrySet().stream()
            .filter(entry -> !NOT_INHERITED.contains(entry.getKey()))
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .toList();
    this.searchPath = environment.getOrDefault("PATH", DEFAULT_PATH);
  }

  public Found find(Command command) {
    Optional<Path> path = locate(command.words().getFirst());
    if (path.isEmpty()) {
      return new Found.Unusable("does not exist");
    }
    Optional<Identity> identity = identity(command);
    if (identity.isEmpty()) {
      return new Found.Unusable(whyNobody(command));
    }
    try {
      return judge(command, path.get(), identity.get());
    } catch (IOException e) {
      return new Found.Unusable("is not accessible: " + e.getMessage());
    }
  }

  /**
   * The command runs as the daemon's own user only because {@link #DEFAULT_USER} does not exist.
   */
  public boolean missesDefaultUser(Command command) {
    return command.user().isEmpty()
        && global.scriptUser().isEmpty()
        && accounts.user(DEFAULT_USER).isEmpty();
  }

  private Optional<Path> locate(String word) {
    if (word.startsWith("/")) {
      return Optional.of(Path.of(word).normalize());
    }
    if (word.indexOf('/') >= 0) {
      return Optional.empty();
    }
    for (String directory : searchPath.split(":", -1)) {
      Path candidate =
          Path.of(directory.isEmpty() ? "." : directory).resolve(word).toAbsolutePath();
      if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
        return Optional.of(candidate.normalize());
      }
    }
    return Optional.empty();
  }

  private Optional<Identity> identity(Command command) {
    Optional<String> name = command.user().or(global::scriptUser);
    Optional<String> group =
        command.user().isPresent() ? command.group() : command.group().or(global::scriptGroup);
    if (name.isPresent()) {
      return accounts.user(name.get()).flatMap(user -> inGroup(user, group));
    }
    Optional<Accounts.User> preferred = accounts.user(DEFAULT_USER);
    if (preferred.isPresent()) {
      return inGroup(preferred.get(), group);
    }
    return global.scriptSecurity() ? Optional.empty() : Optional.of(Identity.Own.OWN);
  }

  private Optional<Identity> inGroup(Accounts.User user, Optional<String> group) {
    if (group.isEmpty()) {
      return Optional.of(new Identity.User(user.uid(), user.gid(), groups(user)));
    }
    OptionalInt gid = accounts.group(group.get());
    return gid.isPresent()
        ? Optional.of(new Identity.User(user.uid(), gid.getAsInt(), groups(user)))
        : Optional.empty();
  }

  /** {@code set_supplementary_groups}. */
  private List<Integer> groups(Accounts.User user) {
    return global.supplementaryGroups() ? user.groups() : List.of();
  }

  private String whyNobody(Command command) {
    Optional<String> name = command.user().or(global::scriptUser);
    if (name.isEmpty()) {
      return "has no user: there is neither script_user nor a user " + DEFAULT_USER;
    }
    return accounts.user(name.get()).isEmpty()
        ? "has no user: there is no user '" + name.get() + "'"
        : "has no group: there is no group '"
            + command.group().or(global::scriptGroup).orElse("")
            + "'";
  }

  private Found judge(Command command, Path path, Identity identity) throws IOException {
    if (!Files.exists(path)) {
      return new Found.Unusable("does not exist");
    }
    if (!Files.isRegularFile(path)) {
      return new Found.Unusable("is not a file");
    }
    int mode = (int) Files.getAttribute(path, "unix:mode");
    if (!executable(path, mode, identity)) {
      return new Found.Unusable(
          "cannot be executed by %s (mode %04o)".formatted(who(identity), mode & 07777));
    }
    Optional<Weakness> weakness =
        privileged(identity) || setIdOfRoot(path, mode)
            ? PathInspection.weakness(path)
            : Optional.empty();
    if (weakness.isPresent() && global.scriptSecurity()) {
      return new Found.Unusable(
          "is not safe: '%s': %s".formatted(weakness.get().component(), weakness.get().reason()));
    }
    return new Found.Usable(program(command, path, identity), weakness);
  }

  private static boolean executable(Path path, int mode, Identity identity) throws IOException {
    return switch (identity) {
      case Identity.Own _ -> Files.isExecutable(path);
      case Identity.User(int uid, int gid, var _) -> {
        if (uid == 0) {
          yield (mode & 0111) != 0;
        }
        int owner = (int) Files.getAttribute(path, "unix:uid");
        int group = (int) Files.getAttribute(path, "unix:gid");
        yield (mode & (owner == uid ? 0100 : group == gid ? 0010 : 0001)) != 0;
      }
    };
  }

  private static boolean privileged(Identity identity) {
    return switch (identity) {
      case Identity.Own _ -> true;
      case Identity.User(int uid, int gid, var _) -> uid == 0 || gid == 0;
    };
  }

  private static boolean setIdOfRoot(Path path, int mode) throws IOException {
    return (mode & SET_ID) != 0
        && (int) Files.getAttribute(path, "unix:uid", new LinkOption[0]) == 0;
  }

  private Program program(Command command, Path path, Identity identity) throws IOException {
    List<String> arguments = new ArrayList<>(command.words());
    if (!needsShell(path)) {
      return new Program(path.toString(), arguments, environment, identity);
    }
    arguments.set(0, path.toString());
    arguments.addFirst("sh");
    return new Program("/bin/sh", arguments, environment, identity);
  }

  /**
   * Text without {@code #!}: execve(2) refuses it with ENOEXEC, execvp(3) and keepalived take a
   * shell.
   */
  private static boolean needsShell(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] start = in.readNBytes(4);
      boolean interpreted = start.length >= 2 && start[0] == '#' && start[1] == '!';
      boolean elf =
          start.length == 4
              && start[0] == 0x7f
              && start[1] == 'E'
              && start[2] == 'L'
              && start[3] == 'F';
      return !interpreted && !elf;
    }
  }

  private static String who(Identity identity) {
    return switch (identity) {
      case Identity.Own _ -> "the daemon's own user";
      case Identity.User(int uid, int gid, var _) ->
          "uid " + Integer.toUnsignedString(uid) + " gid " + Integer.toUnsignedString(gid);
    };
  }
}
