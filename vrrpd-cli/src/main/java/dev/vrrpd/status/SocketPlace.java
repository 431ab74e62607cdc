package dev.vrrpd.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Where the socket of a daemon is when nobody said so: below {@code /run/vrrpd}, named after what
 * tells daemons of one machine apart whatever their pid files: the configuration file, the
 * configuration id if one was given, and the network namespace they run in.
 */
public final class SocketPlace {
  private static final Path DIRECTORY = Path.of("/run/vrrpd");
  private static final Path OWN_NAMESPACE = Path.of("/proc/thread-self/ns/net");
  private static final Path NAMED_NAMESPACES = Path.of("/run/netns");
  private static final String SUFFIX = ".sock";

  /** Longer ones would not fit into sun_path of unix(7) with all the rest. */
  private static final int LONGEST = 60;

  private SocketPlace() {}

  /** Of the daemon on whose thread this is called. */
  public static Path own(Path config, Optional<String> configId) throws IOException {
    return place(config, configId, OWN_NAMESPACE);
  }

  /** Of a daemon that runs in this network namespace, a name of ip-netns(8); else in ours. */
  public static Path of(Path config, Optional<String> configId, Optional<String> namespace)
      throws IOException {
    return place(config, configId, namespace.map(NAMED_NAMESPACES::resolve).orElse(OWN_NAMESPACE));
  }

  private static Path place(Path config, Optional<String> configId, Path namespace)
      throws IOException {
    Object inode = Files.getAttribute(namespace, "unix:ino");
    return DIRECTORY.resolve(prefix(config, configId) + inode + SUFFIX);
  }

  /** Those of a configuration, in whatever namespace. */
  public static List<Path> served(Path config, Optional<String> configId) {
    return served(prefix(config, configId) + "[0-9]*" + SUFFIX);
  }

  /** Those of all daemons that can be seen from here. */
  public static List<Path> served() {
    return served("*" + SUFFIX);
  }

  private static List<Path> served(String pattern) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> sockets = Files.newDirectoryStream(DIRECTORY, pattern)) {
      sockets.forEach(found::add);
    } catch (IOException _) {
      return List.of();
    }
    return found.stream().filter(StatusSocket::isServed).sorted().toList();
  }

  /** Everybody may see who is there; whom he may ask, the socket's own mode decides. */
  public static void makeDirectory() throws IOException {
    Files.createDirectories(DIRECTORY);
    Files.setPosixFilePermissions(DIRECTORY, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String prefix(Path config, Optional<String> configId) {
    String whole = config.toString().substring(1) + configId.map(id -> "@" + id).orElse("");
    String name = whole.replaceAll("[^A-Za-z0-9._@+-]", "-");
    if (name.length() <= LONGEST) {
      return name + "-";
    }
    CRC32 sum = new CRC32();
    sum.update(whole.getBytes(StandardCharsets.UTF_8));
    return "%08x-%s-".formatted(sum.getValue(), name.substring(name.length() - LONGEST));
  }
}
