package dev.vrrpd.netlink.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {
  @TempDir Path proc;

  private final List<Integer> reaped = new ArrayList<>();

  private Orphans orphans() {
    return new Orphans(proc, 1, reaped::add);
  }

  private void process(int pid, String stat) throws IOException {
    Files.writeString(Files.createDirectories(proc.resolve("" + pid)).resolve("stat"), stat);
  }

  @Test
  void aZombieIsReapedAtTheSecondLook() throws IOException {
    process(17, "17 (ping) Z 1 17 17 0 -1");
    Orphans orphans = orphans();
    orphans.look();
    assertThat(reaped).isEmpty();
    orphans.look();
    assertThat(reaped).containsExactly(17);
  }

  @Test
  void whoLivesOrHasAnotherParentIsLeftAlone() throws IOException {
    process(17, "17 (sleep) S 1 17 17 0 -1");
    process(18, "18 (odd) Z 1 (name) Z 17 18 18 0 -1");
    Files.createDirectories(proc.resolve("19"));
    Orphans orphans = orphans();
    orphans.look();
    orphans.look();
    assertThat(reaped).isEmpty();
  }
}
