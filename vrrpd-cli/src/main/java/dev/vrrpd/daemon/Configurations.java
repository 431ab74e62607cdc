package dev.vrrpd.daemon;

/**
 * Where the configuration comes from, at start and at each reload. May read files; never on the
 * loop.
 */
public interface Configurations {

  /** What came of loading. Everything to be said about it has been logged. */
  sealed interface Load {
    record Usable(LoadedConfig loaded) implements Load {}

    /** Nothing to run; {@code exitStatus} for a start. */
    record Unusable(int exitStatus) implements Load {}
  }

  Load start();

  /** Stricter than a start: with any error the running configuration is the better one. */
  Load reload();
}
