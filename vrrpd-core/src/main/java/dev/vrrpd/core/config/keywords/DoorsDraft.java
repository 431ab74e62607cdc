package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.DoorsConfig;
import dev.vrrpd.core.config.DumpConfig;
import dev.vrrpd.core.config.FifoConfig;
import dev.vrrpd.core.config.LogLevel;
import dev.vrrpd.core.config.MailConfig;
import dev.vrrpd.core.config.ProcessConfig;
import dev.vrrpd.core.config.ReloadConfig;
import dev.vrrpd.core.config.StatusConfig;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Process, dumps, reload and FIFOs while they are read. */
final class DoorsDraft {
  private static final Duration SCRIPT_TIMEOUT = Duration.ofSeconds(10);

  Optional<String> instance = Optional.empty();
  Optional<String> namespace = Optional.empty();
  boolean pidDirectory;
  Optional<String> processName = Optional.empty();
  OptionalInt umask = OptionalInt.empty();
  Optional<Command> startup = Optional.empty();
  Duration startupTimeout = SCRIPT_TIMEOUT;
  Optional<Command> shutdown = Optional.empty();
  Duration shutdownTimeout = SCRIPT_TIMEOUT;
  final TuningDraft tuning = new TuningDraft();
  final Map<LogLevel.Part, LogLevel> logLevels = new EnumMap<>(LogLevel.Part.class);

  Optional<String> stateFile = Optional.empty();
  boolean namedByInstance;
  int jsonVersion = 1;

  Optional<String> reloadMarker = Optional.empty();
  Optional<String> reloadTimeFile = Optional.empty();
  boolean reloadsDaily;
  Optional<String> saveDirectory = Optional.empty();
  boolean writesStates;

  final AgentsDraft agents = new AgentsDraft();
  final FifoDraft all = new FifoDraft();
  final FifoDraft vrrp = new FifoDraft();
  boolean tellsPriority;
  boolean coalesces;
  final MailDraft mail = new MailDraft();
  Optional<String> webhook = Optional.empty();
  StatusConfig status = StatusConfig.STANDARD;

  /** A FIFO and who reads it, from two keywords. */
  static final class FifoDraft {
    Optional<String> path = Optional.empty();
    Identity owner = Identity.NOBODY_NAMED;
    Optional<Command> reader = Optional.empty();

    void at(List<String> words) {
      path = words.stream().findFirst();
      owner = Identity.of(words.stream().skip(1).limit(2).toList());
    }

    private Stream<FifoConfig> complete() {
      return path.stream().map(at -> new FifoConfig(at, owner.user(), owner.group(), reader));
    }
  }

  /**
   * @param instancesTellingPriority with {@code notify_priority_changes}
   * @param mail already complete
   */
  DoorsConfig complete(Set<String> instancesTellingPriority, MailConfig mail) {
    boolean inDirectory = pidDirectory || instance.isPresent() || namespace.isPresent();
    return new DoorsConfig(
        new ProcessConfig(
            instance,
            namespace,
            inDirectory,
            processName,
            umask,
            startup.map(command -> new ProcessConfig.Once(command, startupTimeout)),
            shutdown.map(command -> new ProcessConfig.Once(command, shutdownTimeout)),
            tuning.complete(),
            logLevels),
        new DumpConfig(stateFile, namedByInstance, jsonVersion),
        new ReloadConfig(reloadMarker, reloadTimeFile, reloadsDaily, saveDirectory, writesStates),
        fifos(),
        instancesTellingPriority,
        agents.complete(),
        mail,
        webhook,
        status);
  }

  /** {@code vrrp_notify_fifo} is ignored where it is {@code notify_fifo}. */
  private List<FifoConfig> fifos() {
    boolean same = all.path.isPresent() && all.path.equals(vrrp.path);
    return Stream.concat(all.complete(), same ? Stream.empty() : vrrp.complete()).toList();
  }
}
