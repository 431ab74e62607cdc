package dev.vrrpd.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.DoorsConfig;
import dev.vrrpd.core.router.Note;
import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.core.router.Output.Notice;
import dev.vrrpd.core.router.Output.Subject;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.metrics.Deliveries;
import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.loop.LoopTimer;
import dev.vrrpd.netlink.process.ChildEnd;
import dev.vrrpd.netlink.process.ChildProcess;
import dev.vrrpd.netlink.process.Program;
import dev.vrrpd.script.HostAccounts;
import dev.vrrpd.script.ScriptBook;
import dev.vrrpd.surface.dump.Portraits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Worker and loop are this thread. */
class FifosTest {
  @TempDir Path directory;
  private final List<Program> launched = new ArrayList<>();
  private final List<Integer> signals = new ArrayList<>();
  private final List<Long> armed = new ArrayList<>();
  private Consumer<ChildEnd> ended;
  private Runnable ring;
  private Path path;
  private Fifos fifos;

  @BeforeEach
  void open() {
    path = directory.resolve("fifo");
    assertThat(Libc.mkfifo(path.toString(), 0600)).isZero();
    fifos =
        new Fifos(
            Runnable::run,
            Runnable::run,
            this::launch,
            this::timer,
            new HostAccounts(),
            new Deliveries());
    use("notify_fifo " + path + "\nvrrp_notify_priority_changes");
  }

  @AfterEach
  void close() {
    fifos.close();
  }

  private void use(String globals) {
    DaemonConfig config =
        Portraits.config(
            """
            global_defs {
            %s
            }
            vrrp_instance VI_1 {
              interface eth0
              virtual_router_id 1
              virtual_ipaddress {
                10.0.0.1
              }
            }
            """
                .formatted(globals));
    fifos.use(config.global().doors(), ScriptBook.of(config, new HostAccounts(), System.getenv()));
  }

  private ChildProcess launch(Program program, Runnable onStart, Consumer<ChildEnd> onEnd) {
    onStart.run();
    launched.add(program);
    ended = onEnd;
    return new ChildProcess() {
      @Override
      public int pid() {
        return 1;
      }

      @Override
      public void signal(int signal) {
        signals.add(signal);
      }
    };
  }

  private LoopTimer timer(Runnable onDue) {
    ring = onDue;
    return new LoopTimer() {
      @Override
      public void arm(long deadline) {
        armed.add(deadline);
      }

      @Override
      public void disarm() {}

      @Override
      public void close() {}
    };
  }

  @Test
  void eachNoticeIsALine() {
    tell(Subject.GROUP, "VG_1", Notice.FAULT, 0);
    tell(Subject.INSTANCE, "VI_1", Notice.ACTIVE, 100);
    tell(Subject.INSTANCE, "VI_1", Notice.RIVAL_HEARD, 100);
    tell(Subject.INSTANCE, "VI_1", Notice.STOPPED, 100);
    assertThat(FifoTest.read(path))
        .isEqualTo(
            """
            GROUP "VG_1" FAULT 0
            INSTANCE "VI_1" MASTER 100
            INSTANCE "VI_1" MASTER_RX_LOWER_PRI 100
            INSTANCE "VI_1" STOP 100
            """);
  }

  private void tell(Subject subject, String name, Notice notice, int priority) {
    fifos.notify(new Output.Notify(subject, name, notice, new Priority(priority)));
  }

  @Test
  void aPriorityThatChangesIsALineInTheNameOfTheState() {
    changePriority(100, 90);
    fifos.tell(new Note.RoleEntered("VI_1", Role.INITIALIZE, Role.BACKUP, true, Set.of()));
    changePriority(90, 80);
    fifos.tell(new Note.RoleEntered("VI_1", Role.BACKUP, Role.ACTIVE, false, Set.of()));
    changePriority(80, 100);
    assertThat(FifoTest.read(path))
        .isEqualTo("INSTANCE \"VI_1\" BACKUP_PRIORITY 80\nINSTANCE \"VI_1\" MASTER_PRIORITY 100\n");
  }

  private void changePriority(int from, int to) {
    fifos.tell(new Note.EffectivePriorityChanged("VI_1", new Priority(from), new Priority(to)));
  }

  @Test
  void statesAreWrittenAfterAReloadIfThatIsWanted() {
    fifos.reloaded(Portraits.of(Role.ACTIVE).router());
    assertThat(FifoTest.read(path)).isEmpty();
    use("notify_fifo " + path + "\nfifo_write_vrrp_states_on_reload");
    fifos.reloaded(Portraits.of(Role.ACTIVE).router());
    assertThat(FifoTest.read(path))
        .isEqualTo(
            """
            GROUP "VG_1" MASTER 0
            INSTANCE "VI_1" MASTER 150
            INSTANCE "VI_2" MASTER 100
            """);
  }

  @Test
  void aReaderGetsThePathAsItsLastArgumentAndIsStartedAgainWhenItEnds() {
    use("script_user root\nnotify_fifo %s\nnotify_fifo_script \"/bin/cat -u\"".formatted(path));
    assertThat(launched).hasSize(1);
    assertThat(launched.getFirst().arguments()).endsWith("-u", path.toString());
    ended.accept(new ChildEnd.Exited(1));
    assertThat(armed).hasSize(1);
    ring.run();
    assertThat(launched).hasSize(2);
  }

  @Test
  void aReaderIsToldToEndAndNotStartedAgainWhenItsLineGoes() {
    use("script_user root\nnotify_fifo %s\nnotify_fifo_script \"/bin/cat -u\"".formatted(path));
    use("notify_fifo " + path);
    assertThat(signals).containsExactly(15);
    ended.accept(new ChildEnd.Signalled(15));
    assertThat(armed).isEmpty();
  }

  @Test
  void twoKeywordsWithOnePathAreOneFifo() {
    DoorsConfig doors =
        Portraits.config("global_defs {\nnotify_fifo /run/a\nvrrp_notify_fifo /run/a\n}\n")
            .global()
            .doors();
    assertThat(doors.fifos()).hasSize(1);
  }
}
