package dev.vrrpd.demo;

import java.util.ArrayList;
import java.util.List;

/** The command lines that start this very program again. */
final class OwnProgram {
  private OwnProgram() {}

  /** The same arguments, with one more option for the JVM. */
  static List<String> again(String option) {
    List<String> arguments = arguments();
    List<String> command = virtualMachine(arguments);
    command.add(option);
    command.addAll(arguments.subList(mainClass(arguments), arguments.size()));
    return command;
  }

  /** The daemon, with these arguments. */
  static List<String> with(String... daemonArguments) {
    List<String> command = virtualMachine(arguments());
    command.add(mainClassName());
    command.addAll(List.of(daemonArguments));
    return command;
  }

  /** The JVM and its options, up to the main class. */
  private static List<String> virtualMachine(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(
        ProcessHandle.current()
            .info()
            .command()
            .orElseThrow(() -> new DemoException("cannot find out how this program was started")));
    command.addAll(arguments.subList(0, mainClass(arguments)));
    return command;
  }

  private static int mainClass(List<String> arguments) {
    return arguments.indexOf(mainClassName());
  }

  /** The JVM's own note of what it was told to run: class first, then arguments. */
  private static String mainClassName() {
    return System.getProperty("sun.java.command").split(" ", 2)[0];
  }

  private static List<String> arguments() {
    return List.of(ProcessHandle.current().info().arguments().orElse(new String[0]));
  }
}
