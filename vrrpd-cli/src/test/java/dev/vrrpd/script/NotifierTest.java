package dev.vrrpd.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.NotifyConfig;
import dev.vrrpd.core.config.SyncGroupConfig;
import dev.vrrpd.core.config.TrackedObjects;
import dev.vrrpd.core.router.Output.Notice;
import dev.vrrpd.core.router.Output.Notify;
import dev.vrrpd.core.router.Output.Subject;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.metrics.Deliveries;
import dev.vrrpd.metrics.Deliveries.Fate;
import dev.vrrpd.metrics.Deliveries.Way;
import dev.vrrpd.netlink.process.Identity;
import dev.vrrpd.netlink.process.Program;
import dev.vrrpd.script.ScriptFinder.Found;
import dev.vrrpd.surface.dump.Portraits;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;

class NotifierTest {
  private final FakeLauncher launcher = new FakeLauncher();
  private final Deliveries deliveries = new Deliveries();
  private final Notifier notifier =
      new Notifier(launcher, launcher::timer, deliveries, NOPLogger.NOP_LOGGER);
  private final Map<Command, Found> programs = new HashMap<>();

  @BeforeEach
  void configure() {
    NotifyConfig scripts =
        new NotifyConfig(
            command("/n master 1"),
            command("/n backup"),
            Optional.empty(),
            command("/n stop"),
            Optional.empty(),
            command("/n lower"),
            command("/any"),
            false,
            false);
    DaemonConfig config =
        new DaemonConfig(
            Configs.GLOBAL,
            List.of(),
            List.of(),
            List.of(
                new SyncGroupConfig("VG_1", List.of("a"), TrackedObjects.NONE, false, scripts),
                new SyncGroupConfig("VG_2", List.of("b"), TrackedObjects.NONE, false, scripts)));
    notifier.use(config, new ScriptBook(programs, List.of()));
  }

  @Test
  void theScriptOfTheStateComesFirstThenTheGeneralOneWithFourMoreArguments() {
    tell("VG_1", Notice.ACTIVE);
    assertThat(launcher.commandLines()).containsExactly("/n master 1");
    launcher.started.getFirst().exits(0);
    assertThat(launcher.commandLines()).containsExactly("/n master 1", "/any GROUP VG_1 MASTER 0");
  }

  @Test
  void oneAfterTheOtherForEachNameAndSideBySideBetweenNames() {
    tell("VG_1", Notice.BACKUP);
    tell("VG_1", Notice.ACTIVE);
    tell("VG_2", Notice.FAULT);
    assertThat(launcher.commandLines()).containsExactly("/n backup", "/any GROUP VG_2 FAULT 0");
    launcher.started.getFirst().exits(1);
    launcher.started.get(2).exits(0);
    launcher.started.get(3).exits(0);
    launcher.started.get(4).exits(0);
    assertThat(launcher.commandLines())
        .containsExactly(
            "/n backup",
            "/any GROUP VG_2 FAULT 0",
            "/any GROUP VG_1 BACKUP 0",
            "/n master 1",
            "/any GROUP VG_1 MASTER 0");
  }

  @Test
  void aLowerPriorityHeardRunsItsOwnScriptOnly() {
    tell("VG_1", Notice.RIVAL_HEARD);
    launcher.started.getFirst().exits(0);
    assertThat(launcher.commandLines()).containsExactly("/n lower");
  }

  @Test
  void aScriptThatStaysDelaysTheNextOneForALimitedTimeAndIsNotKilled() {
    tell("VG_1", Notice.ACTIVE);
    launcher.timers.getFirst().ring();
    assertThat(launcher.commandLines()).containsExactly("/n master 1", "/any GROUP VG_1 MASTER 0");
    assertThat(launcher.started.getFirst().signals).isEmpty();
  }

  @Test
  void theOldestNoticeIsGivenUpWhenTheQueueIsFull() {
    for (int i = 0; i < 100; i++) {
      tell("VG_1", Notice.RIVAL_HEARD);
    }
    int ended = 0;
    while (ended < launcher.started.size()) {
      launcher.started.get(ended++).exits(0);
    }
    assertThat(ended).isEqualTo(65);
  }

  @Test
  void atTheEndOnlyStopScriptsAreWaitedFor() {
    tell("VG_1", Notice.ACTIVE);
    notifier.hurry();
    tell("VG_1", Notice.STOPPED);
    assertThat(launcher.commandLines())
        .containsExactly("/n master 1", "/n stop", "/any GROUP VG_1 STOP 0");
    int[] calls = new int[1];
    notifier.whenIdle(() -> calls[0]++);
    assertThat(calls[0]).isZero();
    launcher.started.get(1).exits(0);
    launcher.started.get(2).exits(0);
    assertThat(calls[0]).isEqualTo(1);
    notifier.endAll();
    assertThat(launcher.started.getFirst().signals).containsExactly(15);
  }

  @Test
  void aScriptThatWaitsWhileItsStateIsLeftIsNotRunIfSoAsked() {
    DaemonConfig config =
        Portraits.config(
            """
            global_defs {
              notify_coalesce
              notify_webhook http://127.0.0.1/vrrp
            }
            vrrp_sync_group EACH {
              notify_coalesce no
              group {
                LAST
              }
              notify /bin/true
            }
            vrrp_instance LAST {
              notify_coalesce
              interface eth0
              virtual_router_id 1
              virtual_ipaddress {
                10.0.0.1
              }
              notify /bin/true
            }
            """);
    command("/bin/true");
    notifier.use(config, new ScriptBook(programs, List.of()));
    for (Notice notice : List.of(Notice.BACKUP, Notice.ACTIVE, Notice.FAULT, Notice.BACKUP)) {
      tell("EACH", notice);
      notifier.notify(new Notify(Subject.INSTANCE, "LAST", notice, new Priority(100)));
    }
    for (int ended = 0; ended < launcher.started.size(); ended++) {
      launcher.started.get(ended).exits(0);
    }
    assertThat(launcher.commandLines())
        .filteredOn(line -> line.contains("LAST"))
        .containsExactly(
            "/bin/true INSTANCE LAST BACKUP 100", "/bin/true INSTANCE LAST BACKUP 100");
    assertThat(launcher.commandLines()).filteredOn(line -> line.contains("EACH")).hasSize(4);
    assertThat(deliveries.counts().of(Way.SCRIPT, Fate.SKIPPED)).isEqualTo(2);
    assertThat(deliveries.counts().of(Way.SCRIPT, Fate.DONE)).isEqualTo(6);
  }

  /** The kernel's answer to the removal of the addresses is waited for. */
  @Test
  void whoIsRemovedIsToldWhenTheNewConfigurationIsInForceAlready() {
    DaemonConfig without = new DaemonConfig(Configs.GLOBAL, List.of(), List.of(), List.of());
    notifier.use(without, ScriptBook.EMPTY);
    tell("VG_1", Notice.REMOVED);
    assertThat(launcher.commandLines()).containsExactly("/any GROUP VG_1 FAULT 0");
    launcher.started.getFirst().exits(0);
    notifier.use(without, ScriptBook.EMPTY);
    notifier.use(without, ScriptBook.EMPTY);
    tell("VG_1", Notice.ACTIVE);
    assertThat(launcher.commandLines()).hasSize(1);
  }

  @Test
  void withoutStopScriptsNothingIsWaitedFor() {
    int[] calls = new int[1];
    notifier.whenIdle(() -> calls[0]++);
    assertThat(calls[0]).isEqualTo(1);
  }

  private void tell(String name, Notice notice) {
    notifier.notify(new Notify(Subject.GROUP, name, notice, new Priority(100)));
  }

  private Optional<Command> command(String line) {
    List<String> words = Arrays.asList(line.split(" "));
    Command command = new Command(words, Optional.empty(), Optional.empty());
    Program program = new Program(words.getFirst(), words, List.of(), Identity.Own.OWN);
    programs.put(command, new Found.Usable(program, Optional.empty()));
    return Optional.of(command);
  }
}
