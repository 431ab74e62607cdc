package dev.vrrpd.command;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.LoadOptions;
import dev.vrrpd.core.config.Loaded;
import dev.vrrpd.core.config.Machine;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Severity;
import dev.vrrpd.core.config.load.Configuration;
import dev.vrrpd.daemon.Configurations;
import dev.vrrpd.daemon.DaemonOptions;
import dev.vrrpd.daemon.ExitStatus;
import dev.vrrpd.daemon.LoadedConfig;
import dev.vrrpd.daemon.ProcessState;
import dev.vrrpd.netlink.libc.LibcException;
import dev.vrrpd.script.Accounts;
import dev.vrrpd.script.HostAccounts;
import dev.vrrpd.script.HostMachine;
import dev.vrrpd.script.ScriptBook;
import dev.vrrpd.surface.HostName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The configuration file that the command line names: checked for {@code --config-test}, loaded for
 * the daemon. What is wrong with it is said in keepalived's words where it has some, else in ours.
 */
final class ConfigurationFile implements Configurations {
  private static final Logger log = LoggerFactory.getLogger("config");

  private final DaemonOptions options;
  private final Map<String, String> environment = System.getenv();
  private final Accounts accounts = new HostAccounts();

  ConfigurationFile(DaemonOptions options) {
    this.options = options;
  }

  /**
   * The exit status of {@code --config-test}; messages go to {@code output}, else standard error.
   */
  int test(Optional<String> output) {
    Loaded loaded = read(machine());
    if (output.isEmpty()) {
      System.err.print(loaded.text());
      return loaded.testStatus();
    }
    try {
      Files.writeString(Path.of(output.get()), loaded.text());
      return loaded.testStatus();
    } catch (IOException e) {
      System.err.println("cannot write " + output.get() + ": " + e.getMessage());
      return ExitStatus.FAILURE;
    }
  }

  @Override
  public Load start() {
    log.debug("Opening file '{}'.", options.config());
    log.info("Configuration file {}", options.config());
    try {
      Loaded loaded = readWhereItRuns();
      return load(loaded, loaded.config());
    } catch (LibcException e) {
      log.error("net_namespace: {}", e.getMessage());
      return new Load.Unusable(ExitStatus.FAILURE);
    }
  }

  /**
   * Whether a daemon that runs with these options would take the file at a reload: 0, else 2 and
   * why on standard error. What it would take is not mentioned.
   */
  int testReload() {
    try {
      options.namespace().ifPresent(ProcessState::enter);
      Loaded loaded = readWhereItRuns();
      if (loaded.forReload().isPresent()) {
        return ExitStatus.OK;
      }
      System.err.print(loaded.text());
      return ExitStatus.CONFIG;
    } catch (LibcException e) {
      System.err.println("net_namespace: " + e.getMessage());
      return ExitStatus.FAILURE;
    }
  }

  /** As it would be on a machine that has every interface it names. */
  Optional<DaemonConfig> anywhere() {
    return read(Machine.ELSEWHERE).config();
  }

  /** Joins the network namespace that it asks for. */
  private Loaded readWhereItRuns() {
    Loaded loaded = read(machine());
    Optional<String> namespace = namespace(loaded);
    if (namespace.isEmpty()) {
      return loaded;
    }
    ProcessState.enter(namespace.get());
    return read(machine());
  }

  /**
   * What {@code net_namespace} asks for, unless the command line did. A configuration whose
   * interfaces are there, and nowhere else, was just refused: then it is read as for a machine that
   * has everything.
   */
  private Optional<String> namespace(Loaded loaded) {
    return options.namespace().isPresent()
        ? Optional.empty()
        : loaded
            .config()
            .or(() -> read(Machine.ELSEWHERE).config())
            .flatMap(config -> config.global().doors().process().namespace());
  }

  @Override
  public Load reload() {
    Loaded loaded = read(machine());
    return load(loaded, loaded.forReload());
  }

  private Load load(Loaded loaded, Optional<DaemonConfig> config) {
    loaded.folded().forEach(ConfigurationFile::tell);
    return config
        .<Load>map(usable -> new Load.Usable(complete(usable)))
        .orElseGet(() -> new Load.Unusable(loaded.startStatus()));
  }

  private Machine machine() {
    return new HostMachine(accounts, environment);
  }

  private Loaded read(Machine machine) {
    LoadOptions load =
        new LoadOptions(
            options.configId().orElseGet(HostName::shortened),
            environment,
            System.nanoTime(),
            options.allIncludesMustExist(),
            machine,
            Room.ofThisProcess());
    return Configuration.load(new FileSources(Path.of("/")), options.config().toString(), load);
  }

  private LoadedConfig complete(DaemonConfig config) {
    ScriptBook scripts = ScriptBook.of(config, accounts, environment);
    scripts.warnings().forEach(log::warn);
    return new LoadedConfig(config, scripts);
  }

  private static void tell(Diagnostic diagnostic) {
    Level level = level(diagnostic.severity());
    diagnostic.keepalivedText().ifPresent(text -> log.atLevel(level).log(text));
    if (diagnostic.keepalivedText().isEmpty() || diagnostic.help().isPresent()) {
      String help = diagnostic.help().map(text -> "; " + text).orElse("");
      log.atLevel(level).log("{}{}", diagnostic, help);
    }
  }

  private static Level level(Severity severity) {
    return switch (severity) {
      case ERROR -> Level.ERROR;
      case WARNING -> Level.WARN;
      case NOTICE -> Level.DEBUG;
    };
  }
}
