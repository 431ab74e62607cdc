package dev.vrrpd.daemon;

import dev.vrrpd.core.router.VrrpRouter;
import dev.vrrpd.netlink.loop.EventLoop;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the classes of the router and of the kernel's side before the first election: a takeover
 * must not wait for a class to be read from its jar. Whatever stands in its way only costs speed.
 */
final class Preload {
  private static final Logger log = LoggerFactory.getLogger(Preload.class);

  /** Rooms that a running router enters; the configuration's words are read by then. */
  private static final List<String> ROOMS =
      List.of(
          "dev/vrrpd/core/router/",
          "dev/vrrpd/core/protocol/",
          "dev/vrrpd/core/track/",
          "dev/vrrpd/core/group/",
          "dev/vrrpd/core/wire/",
          "dev/vrrpd/core/kernel/",
          "dev/vrrpd/core/value/",
          "dev/vrrpd/netlink/packet/",
          "dev/vrrpd/netlink/kernel/",
          "dev/vrrpd/netlink/rtnetlink/");

  private Preload() {}

  /** Takes some tens of milliseconds, on the calling thread. */
  static void run() {
    List.of(VrrpRouter.class, EventLoop.class).forEach(Preload::siblings);
  }

  private static void siblings(Class<?> member) {
    try {
      URL place = member.getProtectionDomain().getCodeSource().getLocation();
      if (place == null) {
        return; // out of the AOT cache, and with it what its training run had preloaded
      }
      Path home = Path.of(place.toURI());
      if (!home.toString().endsWith(".jar")) {
        return;
      }
      try (JarFile jar = new JarFile(home.toFile())) {
        jar.stream()
            .map(entry -> entry.getName())
            .filter(name -> name.endsWith(".class") && ROOMS.stream().anyMatch(name::startsWith))
            .forEach(Preload::load);
      }
    } catch (IOException | URISyntaxException e) {
      log.debug("classes are read as they are needed: {}", e.toString());
    }
  }

  private static void load(String entry) {
    try {
      Class<?> _ =
          Class.forName(entry.substring(0, entry.length() - ".class".length()).replace('/', '.'));
    } catch (ClassNotFoundException | LinkageError e) {
      log.debug("{} is read when it is needed: {}", entry, e.toString());
    }
  }
}
