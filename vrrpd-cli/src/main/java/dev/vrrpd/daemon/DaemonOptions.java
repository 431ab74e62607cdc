package dev.vrrpd.daemon;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the daemon was asked to run.
 *
 * @param config the configuration file
 * @param configId for lines that begin with {@code @ID}; empty: the host name
 * @param background leave the terminal once the daemon is up
 * @param console log to standard error
 * @param detail 0: as keepalived without {@code -D}; 1: with it; 2: everything
 * @param syslogFacility RFC 3164 number of the facility; empty: no syslog
 * @param logFile also log there
 * @param pidFiles to be written, in this order
 * @param namespace network namespace to run in, a name of ip-netns(8)
 * @param leavesAddresses at exit neither resign nor remove addresses
 * @param ignoresInterrupt SIGINT is not obeyed
 * @param dumpsConfig each configuration that runs is logged
 * @param watchesAddresses addresses that come and go are logged
 * @param commandLine as it was typed
 */
public record DaemonOptions(
    Path config,
    Optional<String> configId,
    boolean allIncludesMustExist,
    boolean background,
    boolean console,
    int detail,
    Optional<Integer> syslogFacility,
    Optional<Path> logFile,
    boolean flushesLogFile,
    List<Path> pidFiles,
    Optional<String> namespace,
    Optional<Integer> umask,
    boolean leavesAddresses,
    boolean ignoresInterrupt,
    boolean dumpsConfig,
    boolean watchesAddresses,
    List<String> withoutEffect,
    List<String> commandLine) {
  public DaemonOptions {
    pidFiles = List.copyOf(pidFiles);
    withoutEffect = List.copyOf(withoutEffect);
    commandLine = List.copyOf(commandLine);
  }
}
