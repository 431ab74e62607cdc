package dev.vrrpd.core.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.value.Moment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  /** A deadline that can be moved by hand. */
  private static final class Alarm extends Timed {
    private Moment at;

    Alarm(long nanos) {
      at = new Moment(nanos);
    }

    @Override
    Moment deadline() {
      return at;
    }

    @Override
    void tick(Moment now) {
      at = Moment.NEVER;
    }
  }

  @Test
  void nobodyWaitsForever() {
    assertThat(new Deadlines().next()).isEqualTo(Moment.NEVER);
  }

  @Test
  void theNextIsTheEarliestWhateverMovesComesOrGoes() {
    SplittableRandom random = new SplittableRandom(6);
    Deadlines deadlines = new Deadlines();
    List<Alarm> alarms = new ArrayList<>();
    for (int round = 0; round < 20_000; round++) {
      int choice = random.nextInt(4);
      if (choice == 0 || alarms.isEmpty()) {
        Alarm alarm = new Alarm(random.nextLong(1000));
        alarms.add(alarm);
        deadlines.update(alarm);
      } else {
        Alarm alarm = alarms.get(random.nextInt(alarms.size()));
        if (choice == 1) {
          alarms.remove(alarm);
          deadlines.remove(alarm);
        } else {
          alarm.at = random.nextInt(10) == 0 ? Moment.NEVER : new Moment(random.nextLong(1000));
          deadlines.update(alarm);
        }
      }
      Moment expected =
          alarms.stream().map(Alarm::deadline).min(Comparator.naturalOrder()).orElse(Moment.NEVER);
      assertThat(deadlines.next()).isEqualTo(expected);
    }
  }

  @Test
  void allThatIsDueComesMostOverdueFirst() {
    Deadlines deadlines = new Deadlines();
    for (long nanos : new long[] {50, 10, 40, 20, 30, 60}) {
      deadlines.update(new Alarm(nanos));
    }

    assertThat(deadlines.due(new Moment(40)))
        .extracting(timed -> timed.deadline().nanos())
        .containsExactly(10L, 20L, 30L, 40L);
  }

  @Test
  void moreThanABatchWaitForTheNextTime() {
    Deadlines deadlines = new Deadlines();
    for (int nanos = 0; nanos < 2 * Deadlines.BATCH; nanos++) {
      deadlines.update(new Alarm(nanos));
    }
    Moment later = new Moment(1000);

    assertThat(deadlines.due(later)).hasSize(Deadlines.BATCH);
    assertThat(deadlines.next()).isEqualTo(new Moment(Deadlines.BATCH));
    assertThat(deadlines.due(later)).hasSize(Deadlines.BATCH);
    assertThat(deadlines.due(later)).isEmpty();
  }

  @Test
  void amongEqualsTheFirstFiledIsTheFirstWoken() {
    Deadlines deadlines = new Deadlines();
    List<Alarm> alarms = Stream.generate(() -> new Alarm(7)).limit(10).toList();
    alarms.forEach(deadlines::update);
    deadlines.update(alarms.getLast());
    alarms.getFirst().at = new Moment(8);
    deadlines.update(alarms.getFirst());
    alarms.getFirst().at = new Moment(7);
    deadlines.update(alarms.getFirst());

    List<Timed> expected = new ArrayList<>(alarms.subList(1, 10));
    expected.add(alarms.getFirst());
    assertThat(deadlines.due(new Moment(7))).isEqualTo(expected);
  }
}
