package dev.vrrpd.core.config.keywords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.Files;
import dev.vrrpd.core.config.Loaded;
import dev.vrrpd.core.config.change.ConfigChange;
import dev.vrrpd.core.config.dump.ConfigText;
import dev.vrrpd.core.config.keywords.Rows.Row;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every row of the table, seen by the dump and by the plan of a reload: neither forgets one. */
class RowsAsTextTest {
  @TestFactory
  Stream<DynamicTest> whatARowSetsIsDumpedAndReadsBackAsTheSame() {
    return Rows.all()
        .map(row -> DynamicTest.dynamicTest(row.toString(), () -> readsBack(Rows.file(row))));
  }

  private static void readsBack(String file) {
    DaemonConfig config = config(file);
    String text = ConfigText.of(config, true);
    Loaded again = Files.of(text).load();
    assertThat(again.config()).as(text + again.text()).contains(config);
  }

  @TestFactory
  Stream<DynamicTest> aPlanNamesWhateverARowChangesAndNothingElse() {
    return Rows.all().map(row -> DynamicTest.dynamicTest(row.toString(), () -> isPlanned(row)));
  }

  private static void isPlanned(Row row) {
    DaemonConfig without = config(Rows.file());
    DaemonConfig with = config(Rows.file(row));
    assertThat(ConfigChange.between(without, with).isEmpty())
        .as("%s%n%s", without, with)
        .isEqualTo(without.equals(with));
  }

  private static DaemonConfig config(String file) {
    Loaded loaded = Files.of(file).load();
    assertThat(loaded.config()).as(loaded.text()).isPresent();
    return loaded.config().orElseThrow();
  }
}
