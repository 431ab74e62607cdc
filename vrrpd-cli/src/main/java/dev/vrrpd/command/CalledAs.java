package dev.vrrpd.command;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The name the program was started by, which decides its defaults. */
enum CalledAs {
  /** In the foreground, logs to the console. */
  VRRPD("vrrpd"),
  /** In the background, logs to syslog. */
  KEEPALIVED("keepalived");

  private final String program;

  CalledAs(String program) {
    this.program = program;
  }

  /** As the launcher says. */
  static CalledAs fromLauncher() {
    return KEEPALIVED.program.equals(System.getProperty("vrrpd.called.as")) ? KEEPALIVED : VRRPD;
  }

  String program() {
    return program;
  }

  String usage() {
    return Arrays.stream(Option.values())
        .map(Option::usage)
        .collect(Collectors.joining("\n", "Usage: " + program + " [OPTION...]\n", commands()));
  }

  private String commands() {
    return this == VRRPD ? "\nCommands (check, explain, drain and others): vrrpd help" : "";
  }
}
