package dev.vrrpd.core.config.text;

import java.util.List;

/** What a parameter stands for. */
sealed interface Definition {
  record Simple(String value) implements Definition {}

  /** Lines that are read as if they stood at the place of use. */
  record Lines(List<Text> lines) implements Definition {
    public Lines {
      lines = List.copyOf(lines);
    }
  }
}
