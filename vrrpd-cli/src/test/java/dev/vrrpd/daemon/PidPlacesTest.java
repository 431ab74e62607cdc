package dev.vrrpd.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.ProcessConfig;
import dev.vrrpd.surface.dump.Portraits;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PidPlacesTest {
  private static final List<Path> STANDARD =
      List.of(Path.of("/run/keepalived.pid"), Path.of("/run/vrrp.pid"));

  @Test
  void withoutConfigurationTheyStayInRun() {
    assertThat(places("", Optional.empty())).containsExactlyElementsOf(STANDARD);
  }

  @Test
  void aDirectoryAnInstanceAndANamespaceMoveThem() {
    assertThat(places("use_pid_dir", Optional.empty()))
        .containsExactly(
            Path.of("/run/keepalived/keepalived.pid"), Path.of("/run/keepalived/vrrp.pid"));
    assertThat(places("instance edge", Optional.empty()))
        .containsExactly(
            Path.of("/run/keepalived/keepalived_edge.pid"),
            Path.of("/run/keepalived/vrrp_edge.pid"));
    assertThat(places("", Optional.of("blue")))
        .containsExactly(
            Path.of("/run/keepalived/blue/keepalived.pid"),
            Path.of("/run/keepalived/blue/vrrp.pid"));
  }

  @Test
  void whatTheCommandLineNamesStays() {
    List<Path> named = List.of(Path.of("/var/run/mine/a.pid"));
    assertThat(PidPlaces.of(named, config("instance edge"), Optional.empty())).isEqualTo(named);
  }

  @Test
  void theMarkerOfAReloadIsBesideThem() {
    assertThat(PidPlaces.marker(config(""), Optional.empty()))
        .hasToString("/run/keepalived.reload");
    assertThat(PidPlaces.marker(config("instance edge"), Optional.empty()))
        .hasToString("/run/keepalived/keepalived_edge.reload");
  }

  private static List<Path> places(String text, Optional<String> namespace) {
    return PidPlaces.of(STANDARD, config(text), namespace);
  }

  private static ProcessConfig config(String text) {
    return Portraits.config(text).global().doors().process();
  }
}
