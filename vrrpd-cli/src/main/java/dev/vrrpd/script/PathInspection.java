package dev.vrrpd.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether anybody but root could put another program in a script's place: each directory from the
 * root to the file, as written and with symbolic links resolved, has to be owned by root and not
 * writable by group (other than root's) or others; sticky directories such as /tmp are allowed.
 * keepalived.conf(5), {@code enable_script_security}.
 */
final class PathInspection {
  private static final int STICKY = 01000;
  private static final int GROUP_WRITES = 020;
  private static final int OTHERS_WRITE = 02;

  /**
   * Where somebody else could step in.
   *
   * @param component file or directory
   * @param reason owner or mode in words
   */
  record Weakness(Path component, String reason) {}

  private PathInspection() {}

  /** The first weak component; empty if there is none. */
  static Optional<Weakness> weakness(Path program) throws IOException {
    Set<Path> components = new LinkedHashSet<>();
    addComponents(components, program);
    addComponents(components, program.toRealPath());
    for (Path component : components) {
      Optional<Weakness> weakness = weaknessOf(component);
      if (weakness.isPresent()) {
        return weakness;
      }
    }
    return Optional.empty();
  }

  private static void addComponents(Set<Path> components, Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    components.add(absolute.getRoot());
    for (int i = 1; i <= absolute.getNameCount(); i++) {
      components.add(absolute.getRoot().resolve(absolute.subpath(0, i)));
    }
  }

  private static Optional<Weakness> weaknessOf(Path component) throws IOException {
    if (Files.isSymbolicLink(component)) {
      return Optional.empty(); // who may change the link is said by its directory
    }
    Map<String, Object> facts =
        Files.readAttributes(component, "unix:uid,gid,mode", LinkOption.NOFOLLOW_LINKS);
    int uid = (int) facts.get("uid");
    int gid = (int) facts.get("gid");
    int mode = (int) facts.get("mode") & 07777;
    if (uid != 0) {
      return Optional.of(
          new Weakness(component, "it is owned by " + owner(component, uid) + ", not by root"));
    }
    boolean sticky = Files.isDirectory(component) && (mode & STICKY) != 0;
    boolean group = gid != 0 && (mode & GROUP_WRITES) != 0;
    if (!sticky && (group || (mode & OTHERS_WRITE) != 0)) {
      return Optional.of(
          new Weakness(
              component, "its mode is %04o, so others than root can write to it".formatted(mode)));
    }
    return Optional.empty();
  }

  private static String owner(Path component, int uid) {
    try {
      return Files.getOwner(component).getName();
    } catch (IOException _) {
      return "user " + uid;
    }
  }
}
