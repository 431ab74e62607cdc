package dev.vrrpd.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DumpFilesTest {
  private static final Path TMP = Path.of("/tmp");

  @Test
  void withoutConfigurationTheyAreWhereKeepalivedHasThem() {
    DumpFiles files = new DumpFiles(TMP, Optional.empty(), "");
    assertThat(files.data()).hasToString("/tmp/keepalived.data");
    assertThat(files.parentData()).hasToString("/tmp/keepalived_parent.data");
    assertThat(files.stats()).hasToString("/tmp/keepalived.stats");
    assertThat(files.json()).hasToString("/tmp/keepalived.json");
  }

  @Test
  void tmpdirCountsIfItIsAbsolute() {
    assertThat(DumpFiles.directory(Map.of("TMPDIR", "/var/tmp"))).hasToString("/var/tmp");
    assertThat(DumpFiles.directory(Map.of("TMPDIR", "here"))).isEqualTo(TMP);
    assertThat(DumpFiles.directory(Map.of())).isEqualTo(TMP);
  }

  @Test
  void theStateFileIsBelowTheDirectoryUnlessItIsAbsolute() {
    assertThat(state("vrrp.txt").parentData()).hasToString("/tmp/vrrp_parent.txt");
    assertThat(state("/run/v").parentData()).hasToString("/run/v_parent");
    assertThat(state("/run/v/").data()).hasToString("/run/v/keepalived.data");
    assertThat(state("/run/v").stats()).hasToString("/tmp/keepalived.stats");
  }

  private static DumpFiles state(String template) {
    return new DumpFiles(TMP, Optional.of(template), "");
  }

  @Test
  void namespaceAndInstanceStandBeforeTheExtension() {
    DumpFiles files =
        new DumpFiles(
            TMP, Optional.empty(), DumpFiles.label(Optional.of("blue"), Optional.of("edge")));
    assertThat(files.data()).hasToString("/tmp/keepalived.blue_edge.data");
    assertThat(files.parentData()).hasToString("/tmp/keepalived_parent.blue_edge.data");
    assertThat(files.json()).hasToString("/tmp/keepalived.json");
  }
}
