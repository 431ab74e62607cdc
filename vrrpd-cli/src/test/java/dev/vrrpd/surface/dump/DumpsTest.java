package dev.vrrpd.surface.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.Golden;
import dev.vrrpd.core.config.ProcessCountConfig;
import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.router.RouterSnapshot;
import dev.vrrpd.core.track.Condition;
import dev.vrrpd.core.track.ProcessTracker;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.metrics.Pictures;
import dev.vrrpd.surface.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DumpsTest {
  private static final Path GOLDENS = Path.of("src/test/resources/dump");

  @Test
  void anActiveRoutersDumpsSayMaster() {
    compare("master", Portraits.of(Role.ACTIVE));
  }

  @Test
  void aBackupsDumpsNameTheActiveRouter() {
    compare("backup", Portraits.of(Role.BACKUP));
  }

  private static void compare(String name, Portrait portrait) {
    Golden.compare(GOLDENS.resolve(name + ".data"), DataDump.of(portrait));
    Golden.compare(GOLDENS.resolve(name + ".stats"), StatsDump.of(portrait));
    Golden.compare(GOLDENS.resolve(name + ".json"), JsonDump.of(portrait, 1));
  }

  @Test
  void clearedCountersChangeNothingElse() {
    RouterSnapshot router = Pictures.typical().router();
    assertThat(router.instances()).anyMatch(instance -> !instance.rivals().isEmpty());
    for (RouterSnapshot.Instance instance : router.instances()) {
      RouterSnapshot.Instance cleared = CounterStart.at(router).applied(instance);
      assertThat(cleared.counters().values()).containsOnly(0L);
      assertThat(cleared.withCounters(instance.counters())).isEqualTo(instance);
    }
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void theExporterReadsEveryStateOfAnInstance(Role role) {
    Portrait portrait = Portraits.of(role);
    ExporterReader read = ExporterReader.data(DataDump.of(portrait));
    assertThat(read.instances).extracting(i -> i.name).containsExactly("VI_1", "VI_2");
    assertThat(read.instances).extracting(i -> i.vrid).containsExactly(51, 52);
    assertThat(read.instances).extracting(i -> i.link).containsExactly("eth0", "eth1");
    assertThat(read.instances.getFirst().announcementDelay).isEqualTo(1);
    assertThat(read.scripts.get("chk").state()).isEqualTo("idle");
  }

  @Test
  void theExporterFindsTheDeviceOfEveryAddressInItsThirdWord() {
    ExporterReader read = ExporterReader.data(DataDump.of(Portraits.of(Role.ACTIVE)));
    assertThat(read.instances.getFirst().addresses)
        .containsExactly(
            new ExporterReader.Address("10.9.0.101/24", "eth0"),
            new ExporterReader.Address("10.9.0.102", "eth0"));
    assertThat(read.instances.getFirst().excluded)
        .containsExactly(new ExporterReader.Address("fd09::103", "eth0"));
    assertThat(read.instances.getLast().addresses)
        .containsExactly(new ExporterReader.Address("10.8.0.101/24", "lo"));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void dataAndStatsNameTheSameInstances(Role role) {
    Portrait portrait = Portraits.of(role);
    Map<String, Map<String, Long>> stats = ExporterReader.stats(StatsDump.of(portrait));
    assertThat(stats.keySet())
        .containsExactlyElementsOf(
            ExporterReader.data(DataDump.of(portrait)).instances.stream()
                .map(i -> i.name)
                .toList());
    assertThat(stats.get("VI_1"))
        .containsEntry("Advertisements/Received", 8L)
        .containsEntry("Became master", 1L)
        .containsEntry("Priority Zero/Sent", 0L);
  }

  @Test
  void noDumpHoldsAPassword() {
    Portrait portrait = Portraits.of(Role.ACTIVE);
    assertThat(DataDump.of(portrait) + JsonDump.of(portrait, 1) + JsonDump.of(portrait, 2))
        .doesNotContain("secret");
  }

  @Test
  void versionTwoOfTheJsonDumpIsAnObjectAroundVersionOne() {
    Portrait portrait = Portraits.of(Role.ACTIVE);
    assertThat(JsonDump.of(portrait, 2))
        .isEqualTo(
            "{\"vrrp\":%s,\"track_process\":[]}\n".formatted(JsonDump.of(portrait, 1).strip()));
  }

  @Test
  void versionTwoOfTheJsonDumpHasTheTrackedProcesses() {
    Portrait portrait = Portraits.of(Role.ACTIVE);
    ProcessCountConfig process =
        new ProcessCountConfig(
            "proxy",
            List.of("haproxy"),
            ProcessCountConfig.Match.NAME,
            -20,
            false,
            2,
            OptionalInt.of(4),
            Duration.ZERO,
            Duration.ZERO);
    RouterSnapshot router = portrait.router();
    RouterSnapshot tracking =
        new RouterSnapshot(
            List.of(),
            router.scripts(),
            router.groups(),
            new RouterSnapshot.Trackers(
                List.of(),
                List.of(),
                List.of(new ProcessTracker(process, Condition.UP, 3, Moment.NEVER)),
                List.of()));
    Portrait seen =
        new Portrait(
            portrait.global(), tracking, portrait.taken(), portrait.wallClock(), portrait.zone());
    assertThat(JsonDump.of(seen, 2))
        .isEqualTo(
            "{\"vrrp\":[],\"track_process\":[{\"name\":\"proxy\",\"process\":\"haproxy\","
                + "\"min_processes\":2,\"max_processes\":4,\"current_processes\":3,"
                + "\"have_quorum\":true,\"weight\":-20,\"weight_reverse\":false}]}\n");
  }

  @Test
  void clearedCountersBeginAtZeroAgain() {
    Portrait portrait = Portraits.of(Role.ACTIVE);
    Portrait cleared = portrait.since(CounterStart.at(portrait.router()));
    assertThat(ExporterReader.stats(StatsDump.of(cleared)).get("VI_1").values()).containsOnly(0L);
  }

  @Test
  void jsonTextIsEscaped() {
    assertThat(new Json().put("a\"b", "c\\d/e\nf\u0001").toString())
        .isEqualTo("{\"a\\\"b\":\"c\\\\d\\/e\\nf\\u0001\"}");
  }
}
