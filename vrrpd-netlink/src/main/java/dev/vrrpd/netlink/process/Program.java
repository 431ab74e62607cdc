package dev.vrrpd.netlink.process;

import java.util.List;

/**
 * A program to run.
 *
 * @param path of the program, absolute
 * @param arguments argv, the program's own name first
 * @param environment {@code NAME=value} each
 */
public record Program(
    String path, List<String> arguments, List<String> environment, Identity identity) {
  public Program {
    arguments = List.copyOf(arguments);
    environment = List.copyOf(environment);
  }
}
