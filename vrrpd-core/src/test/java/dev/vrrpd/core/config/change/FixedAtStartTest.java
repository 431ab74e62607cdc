package dev.vrrpd.core.config.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedAtStartTest {
  private static final DaemonConfig STARTED = config("", "router_id lb1");

  private static DaemonConfig config(String outside, String global) {
    String text = "%s\nglobal_defs {\n%s\n}\n".formatted(outside, global);
    return Files.of(text).load().config().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "process_name router",
        "umask 0022",
        "vrrp_rt_priority 10",
        "vrrp_no_swap",
        "vrrp_priority -5",
        "vrrp_cpu_affinity 0",
        "vrrp_rlimit_rttime 20000",
        "disable_local_igmp"
      })
  void whatCountsAtTheStartOnlyWaitsForTheNextOne(String line) {
    assertThat(FixedAtStart.waiting(STARTED, config("", line)))
        .containsExactly(line.split(" ", -1)[0]);
    assertThat(FixedAtStart.waiting(config("", line), STARTED)).hasSize(1);
    assertThat(FixedAtStart.waiting(config("", line), config("", line))).isEmpty();
  }

  @Test
  void whatAReloadChangesWaitsForNothing() {
    DaemonConfig fresh = config("", "router_id lb2\nmetrics 127.0.0.1:9165\nenable_dbus");
    assertThat(FixedAtStart.waiting(STARTED, fresh)).isEmpty();
    assertThat(FixedAtStart.forbidding(STARTED, fresh)).isEmpty();
  }

  @Test
  void theNamesOfTheProcessMustStay() {
    DaemonConfig fresh = config("instance other\nnet_namespace red", "router_id lb1");
    assertThat(FixedAtStart.forbidding(STARTED, fresh))
        .containsExactly("instance", "net_namespace");
    assertThat(FixedAtStart.waiting(STARTED, fresh)).containsExactly("use_pid_dir");
  }
}
