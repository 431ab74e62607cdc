package dev.vrrpd.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.Golden;
import dev.vrrpd.status.StatusReport.Verdict;
import dev.vrrpd.status.StatusReport.View;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code vrrpd status} makes of a picture: text, JSON and exit status. */
class StatusReportTest {
  private static final Path GOLDENS = Path.of("src/test/resources/status");
  private static final ZoneId UTC = ZoneOffset.UTC;

  @Test
  void theDocumentIsAsItIsDescribed() {
    Golden.compare(GOLDENS.resolve("busy.json"), Sights.document(Sights.busy()));
  }

  @Test
  void everyInstanceHasItsLineAndWhatIsWrongStandsBelow() {
    Golden.compare(GOLDENS.resolve("busy.txt"), view(Sights.document(Sights.busy())));
    Golden.compare(GOLDENS.resolve("contested.txt"), view(Sights.document(Sights.contested())));
    Golden.compare(GOLDENS.resolve("drained.txt"), view(Sights.document(Sights.drained())));
    Golden.compare(GOLDENS.resolve("stuck.txt"), view(Sights.documentOfAStuckDaemon()));
    Golden.compare(GOLDENS.resolve("starting.txt"), view(Sights.documentBeforeTheFirstPicture()));
  }

  @Test
  void anInstanceByNameTellsEverythingOfItself() {
    String document = Sights.document(Sights.busy());
    StatusReport report =
        StatusReport.read(document, View.TEXT, List.of("WEB", "DB", "MAIL_WITH_A_LONG_NAME"), UTC);
    Golden.compare(GOLDENS.resolve("instances.txt"), report.text());
    assertThat(report.verdict()).isEqualTo(Verdict.NO);
  }

  private static String view(String document) {
    return StatusReport.read(document, View.TEXT, List.of(), UTC).text();
  }

  @Test
  void onlyWhereAllIsWellTheAnswerIsYes() {
    assertThat(verdict(Sights.document(Sights.well()))).isEqualTo(Verdict.YES);
    assertThat(verdict(Sights.document(Sights.busy()))).isEqualTo(Verdict.NO);
    assertThat(verdict(Sights.document(Sights.contested()))).isEqualTo(Verdict.NO);
    assertThat(verdict(Sights.document(Sights.drained()))).isEqualTo(Verdict.NO);
    assertThat(verdict(Sights.documentOfAStuckDaemon())).isEqualTo(Verdict.NO);
    assertThat(verdict(Sights.documentBeforeTheFirstPicture())).isEqualTo(Verdict.NO);
  }

  private static Verdict verdict(String document) {
    return StatusReport.read(document, View.JSON, List.of(), UTC).verdict();
  }

  @Test
  void whoAsksForTheMasterGetsOneWordAndAnAnswerForScripts() {
    String document = Sights.document(Sights.busy());
    assertThat(active(document, "WEB")).isEqualTo(new StatusReport(Verdict.YES, "MASTER\n"));
    assertThat(active(document, "DB")).isEqualTo(new StatusReport(Verdict.NO, "BACKUP\n"));
    assertThat(active(document, "WEB", "DB"))
        .isEqualTo(new StatusReport(Verdict.NO, "MASTER\nBACKUP\n"));
    assertThat(active(Sights.documentOfAStuckDaemon(), "WEB").verdict()).isEqualTo(Verdict.NO);
    assertThat(active(Sights.documentBeforeTheFirstPicture()).verdict()).isEqualTo(Verdict.NO);
  }

  @Test
  void anInstanceThatIsNotThereIsAWrongQuestion() {
    assertThat(active(Sights.document(Sights.well()), "VI_9"))
        .isEqualTo(
            new StatusReport(
                Verdict.WRONG_QUESTION, "there is no instance VI_9; there are: WEB, DB"));
  }

  private static StatusReport active(String document, String... instances) {
    return StatusReport.read(document, View.ACTIVE, List.of(instances), UTC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 400", "{\"format\":2", "[]", "{\"format\":1,}", "{}}"})
  void whatIsNoDocumentIsNoVrrpd(String text) {
    assertThat(StatusReport.read(text, View.TEXT, List.of(), UTC).verdict())
        .isEqualTo(Verdict.WRONG_QUESTION);
  }

  @Test
  void aDaemonOfAnotherVersionSaysWhichCommandToTake() {
    StatusReport report =
        StatusReport.read(
            "{\"format\":2,\"program\":\"vrrpd v9\",\"pid\":7}", View.TEXT, List.of(), UTC);
    assertThat(report.verdict()).isEqualTo(Verdict.WRONG_QUESTION);
    assertThat(report.text()).contains("vrrpd v9 (pid 7) is of another version");
  }
}
