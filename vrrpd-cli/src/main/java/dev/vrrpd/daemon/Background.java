package dev.vrrpd.daemon;

import dev.vrrpd.logging.LogLine;
import dev.vrrpd.logging.LogSink;
import dev.vrrpd.netlink.libc.Libc;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.event.Level;

/**
 * Leaving the terminal: keepalived without {@code -n}. A JVM cannot fork, so the process starts
 * itself once more, in a session of its own, and waits until that one says that it is up or ends
 * with its error. What it says meanwhile about errors reaches the caller's standard error.
 */
public final class Background {
  private static final String PROPERTY = "vrrpd.background.from";
  private static final String READY = "READY";

  private Background() {}

  /** Whether this is the process that stays. */
  public static boolean isChild() {
    return System.getProperty(PROPERTY) != null;
  }

  /** Where the caller stood: relative file names mean what they meant there. */
  public static Path callersDirectory() {
    return Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath();
  }

  /** In the caller's process; the result is its exit status. */
  public static int launch() throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(commandAgain())
            .directory(new File("/"))
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said =
        new String(child.getInputStream().readNBytes(READY.length()), StandardCharsets.US_ASCII);
    return said.equals(READY) ? ExitStatus.OK : child.waitFor();
  }

  private static List<String> commandAgain() throws IOException {
    String[] words = Files.readString(Path.of("/proc/self/cmdline")).split("\0", -1);
    List<String> command = new ArrayList<>(List.of(words).subList(0, words.length - 1));
    command.set(0, Path.of("/proc/self/exe").toRealPath().toString());
    command.add(1, "-D" + PROPERTY + "=" + Path.of("").toAbsolutePath());
    return command;
  }

  /** In the process that stays, first thing: out of the caller's session. */
  public static void leaveSession() {
    Libc.setsid();
  }

  /** In the process that stays, once it is up: lets the caller go and lets go of its terminal. */
  static void ready() {
    if (isChild()) {
      System.out.print(READY);
      System.out.flush();
      int nowhere = Libc.open("/dev/null");
      for (int standard = 0; standard <= 2; standard++) {
        Libc.dup2(nowhere, standard);
      }
      Libc.close(nowhere);
    }
  }

  /** For the caller: after {@link #ready} its lines go to /dev/null. */
  static LogSink errorsUntilReady() {
    return new LogSink() {
      @Override
      public void write(LogLine line) {
        if (line.level() == Level.ERROR) {
          System.err.println(line.text());
        }
      }

      @Override
      public void flush() {
        System.err.flush();
      }

      @Override
      public void close() {}
    };
  }
}
