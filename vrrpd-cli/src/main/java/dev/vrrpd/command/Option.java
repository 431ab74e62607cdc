package dev.vrrpd.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The options of keepalived(8), and our own {@code --config}. One row each. */
enum Option {
  USE_FILE('f', "use-file", Argument.REQUIRED, "FILE", "use the specified configuration file"),
  CONFIG(Option.NONE, "config", Argument.REQUIRED, "FILE", "the same as --use-file"),
  VRRP('P', "vrrp", Argument.NONE, "", "only run VRRP (nothing else is ever run)"),
  CHECK('C', "check", Argument.NONE, "", "only run health checkers: there are none", true),
  NO_BFD('B', "no_bfd", Argument.NONE, "", "do not run BFD", true),
  ALL(Option.NONE, "all", Argument.NONE, "", "run every subsystem", true),
  LOG_CONSOLE('l', "log-console", Argument.NONE, "", "log to the console"),
  LOG_DETAIL('D', "log-detail", Argument.NONE, "", "log details; twice: more of them"),
  LOG_FACILITY(
      'S', "log-facility", Argument.REQUIRED, "FACILITY", "0-7, local0-local7, user, daemon"),
  NO_SYSLOG('G', "no-syslog", Argument.NONE, "", "do not log to syslog"),
  LOG_FILE('g', "log-file", Argument.OPTIONAL, "FILE", "log to a file (/tmp/keepalived.log)"),
  FLUSH_LOG_FILE(
      Option.NONE, "flush-log-file", Argument.NONE, "", "flush the file after every line"),
  RELEASE_VIPS('X', "release-vips", Argument.NONE, "", "release addresses on leaving", true),
  DONT_RELEASE_VRRP(
      'V',
      "dont-release-vrrp",
      Argument.NONE,
      "",
      "leave addresses in place at exit, do not resign"),
  DONT_RELEASE_IPVS(
      'I', "dont-release-ipvs", Argument.NONE, "", "IPVS is not touched at all", true),
  DONT_RESPAWN('R', "dont-respawn", Argument.NONE, "", "there is no child process", true),
  DONT_FORK('n', "dont-fork", Argument.NONE, "", "stay in the foreground"),
  DUMP_CONF('d', "dump-conf", Argument.NONE, "", "log the configuration at start"),
  PID('p', "pid", Argument.REQUIRED, "FILE", "pid file"),
  VRRP_PID(
      'r', "vrrp_pid", Argument.REQUIRED, "FILE", "second pid file, of keepalived's VRRP child"),
  CHECKERS_PID('c', "checkers_pid", Argument.REQUIRED, "FILE", "there are no checkers", true),
  BFD_PID('b', "bfd_pid", Argument.REQUIRED, "FILE", "there is no BFD process", true),
  GENHASH('T', "genhash", Argument.NONE, "", "genhash is not part of this program", true),
  ADDRESS_MONITORING(
      'a', "address-monitoring", Argument.NONE, "", "log addresses that come and go on interfaces"),
  NAMESPACE('s', "namespace", Argument.REQUIRED, "NAME", "run in this network namespace"),
  ALL_CONFIG('e', "all-config", Argument.NONE, "", "every included file has to exist"),
  CONFIG_ID('i', "config-id", Argument.REQUIRED, "ID", "for lines that begin with @ID"),
  SNMP('x', "snmp", Argument.NONE, "", "enable SNMP", true),
  SNMP_AGENT_SOCKET(
      'A', "snmp-agent-socket", Argument.REQUIRED, "ADDRESS", "of the SNMP agent", true),
  UMASK('u', "umask", Argument.REQUIRED, "MASK", "creation mask of files and scripts"),
  CORE_DUMP('m', "core-dump", Argument.NONE, "", "core dumps are the JVM's matter", true),
  CORE_DUMP_PATTERN('M', "core-dump-pattern", Argument.OPTIONAL, "PATTERN", "as -m", true),
  SIGNUM(
      Option.NONE,
      "signum",
      Argument.REQUIRED,
      "FUNC",
      "number of the signal for STOP, RELOAD, ..."),
  CONFIG_TEST('t', "config-test", Argument.OPTIONAL, "FILE", "check the configuration and exit"),
  CONFIG_FD(Option.NONE, "config-fd", Argument.REQUIRED, "N", "internal to keepalived", true),
  PERF(Option.NONE, "perf", Argument.OPTIONAL, "WHEN", "a build option of keepalived", true),
  NO_MEM_CHECK(
      Option.NONE, "no-mem-check", Argument.NONE, "", "a build option of keepalived", true),
  MEM_CHECK_LOG('L', "mem-check-log", Argument.NONE, "", "a build option of keepalived", true),
  OPENSSL_MEM_CHECK(
      'O', "openssl-mem-check", Argument.NONE, "", "a build option of keepalived", true),
  DEBUG(Option.NONE, "debug", Argument.OPTIONAL, "WHAT", "a build option of keepalived", true),
  IGNORE_SIGINT(Option.NONE, "ignore-sigint", Argument.NONE, "", "do not stop on SIGINT"),
  VERSION('v', "version", Argument.NONE, "", "print the version"),
  HELP('h', "help", Argument.NONE, "", "print this text");

  /**
   * Whether a value follows. An optional one has to be attached: {@code -tFILE}, {@code
   * --config-test=FILE}.
   */
  enum Argument {
    NONE,
    REQUIRED,
    OPTIONAL
  }

  private static final char NONE = '\0';

  private final char letter;
  private final String longName;
  private final Argument argument;
  private final String placeholder;
  private final String meaning;
  private final boolean withoutEffect;

  Option(char letter, String longName, Argument argument, String placeholder, String meaning) {
    this(letter, longName, argument, placeholder, meaning, false);
  }

  Option(
      char letter,
      String longName,
      Argument argument,
      String placeholder,
      String meaning,
      boolean withoutEffect) {
    this.letter = letter;
    this.longName = longName;
    this.argument = argument;
    this.placeholder = placeholder;
    this.meaning = meaning;
    this.withoutEffect = withoutEffect;
  }

  Argument argument() {
    return argument;
  }

  /** Accepted so that existing command lines run; nothing here acts on it. */
  boolean withoutEffect() {
    return withoutEffect;
  }

  String longName() {
    return longName;
  }

  String meaning() {
    return meaning;
  }

  static Optional<Option> byLetter(char letter) {
    return Arrays.stream(values()).filter(o -> o.letter == letter && letter != NONE).findFirst();
  }

  /** By the whole long name, or by the beginnings of one, as getopt_long(3) has it. */
  static List<Option> byLongName(String name) {
    for (Option option : values()) {
      if (option.longName.equals(name)) {
        return List.of(option);
      }
    }
    return Arrays.stream(values()).filter(o -> o.longName.startsWith(name)).toList();
  }

  /** One line of usage. */
  String usage() {
    String shortForm = letter == NONE ? "    " : "-" + letter + ", ";
    String value =
        switch (argument) {
          case NONE -> "";
          case REQUIRED -> "=" + placeholder;
          case OPTIONAL -> "[=" + placeholder + "]";
        };
    return "  %s%-31s%s".formatted(shortForm, "--" + longName + value, meaning);
  }
}
