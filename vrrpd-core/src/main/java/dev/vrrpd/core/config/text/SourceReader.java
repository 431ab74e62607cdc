package dev.vrrpd.core.config.text;

import java.util.List;

/** The files of a configuration. The only way this package learns what they hold. */
public interface SourceReader {
  /**
   * What is behind {@code path}; relative to the working directory unless it begins with a slash.
   */
  Content read(String path);

  /** The names in a directory without {@code .} and {@code ..}; none if it is not one. */
  List<String> list(String directory);

  /** {@code path} with the working directory in front if it is relative. */
  String absolute(String path);

  /** What a path leads to. */
  sealed interface Content {
    /** The lines of a regular file, without their ends. */
    record Lines(List<String> lines) implements Content {
      public Lines {
        lines = List.copyOf(lines);
      }
    }

    record Missing() implements Content {}

    /** There is something, but not a file to read: {@code reason} completes "it is ...". */
    record Unusable(String reason) implements Content {}
  }
}
