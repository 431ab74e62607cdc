package dev.vrrpd.docs;

import dev.vrrpd.core.Golden;
import java.nio.file.Path;
import java.util.List;

/** Files as operators write them, each with what keepalived 2.2.7 was heard to say of it. */
final class WrongConfigurations {
  /** Under this name both programs speak of every file. */
  static final String NAME = "keepalived.conf";

  private WrongConfigurations() {}

  /** One of them. */
  record Wrong(Path file) {
    String title() {
      String name = file.getFileName().toString().replaceFirst("^\\d+-(.*)\\.conf$", "$1");
      return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('-', ' ');
    }

    String text() {
      return Golden.read(file);
    }

    /** With names for what cannot be seen. */
    String shown() {
      return text().replace("\ufeff", "<BOM>").replace("\r", "<CR>").replace("\u00a0", "<NBSP>");
    }

    /** Where keepalived's words are kept: its output and, last, its exit status. */
    Path recorded() {
      return file.resolveSibling(file.getFileName().toString().replace(".conf", ".keepalived"));
    }

    int recordedStatus() {
      String words = Golden.read(recorded());
      return Integer.parseInt(words.strip().replaceFirst("(?s).*exit ", ""));
    }
  }

  static List<Wrong> all() {
    return Golden.files("wrong", ".conf").stream().map(Wrong::new).toList();
  }
}
