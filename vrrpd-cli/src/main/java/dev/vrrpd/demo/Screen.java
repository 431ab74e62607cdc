package dev.vrrpd.demo;

import java.io.PrintStream;
import java.util.List;

/** A story that scrolls up, and on a terminal a live panel below it. */
final class Screen {
  private final PrintStream out;
  private final boolean terminal;
  private int panelHeight;

  Screen(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** A line that stays. */
  synchronized void say(String line) {
    clearPanel();
    out.println(line);
    out.flush();
  }

  /** Replaces the panel; nothing where there is no terminal to redraw. */
  synchronized void panel(List<String> lines) {
    if (!terminal) {
      return;
    }
    StringBuilder frame = new StringBuilder();
    frame.append(rewind());
    lines.forEach(line -> frame.append(line).append("\u001b[K\n"));
    out.print(frame.append("\u001b[J"));
    out.flush();
    panelHeight = lines.size();
  }

  synchronized void clearPanel() {
    if (panelHeight > 0) {
      out.print(rewind() + "\u001b[J");
      panelHeight = 0;
    }
  }

  /** {@code text} in bold on a terminal. */
  String bold(String text) {
    return terminal ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  /** {@code text} in an ANSI colour, 31 (red) to 36 (cyan), on a terminal. */
  String colour(int number, String text) {
    return terminal ? "\u001b[" + number + "m" + text + "\u001b[0m" : text;
  }

  private String rewind() {
    return panelHeight > 0 ? "\u001b[" + panelHeight + "A\r" : "";
  }
}
