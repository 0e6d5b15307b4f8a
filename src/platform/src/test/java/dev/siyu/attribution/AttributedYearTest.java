package dev.siyu.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The recorded year under the sample agreement, told to the orders room as malls tell it, held
 * against an independent computation. All customers with {@code -Dmoney.every=1}; that run prints
 * the figures of docs/drills.
 */
class AttributedYearTest {

  private static final int SEEDS = RecordedYear.EVERY == 1 ? 2 : 1;
  private static final String PER_MONTH =
      """
      SELECT to_char(month, 'YYYY-MM') || ' ' || department || ' ' || sum(cents) FROM ledger_entry
      WHERE department <> '' GROUP BY month, department HAVING sum(cents) <> 0 ORDER BY 1
      """;
  private static final String CLEARING =
      "SELECT account || ' ' || sum(cents) FROM ledger_entry WHERE department = '' GROUP BY account"
          + " ORDER BY 1";

  @Test
  void shouldPayEveryDepartmentWhatAnIndependentComputationSays() throws IOException {
    try (var rig = new Rig()) {
      // given
      var events = RecordedYear.events();
      // when
      long begun = System.nanoTime();
      tell(rig, events, 1_000);
      say("in the order of the files", events.size(), begun);
      // then
      isTheYear(rig, events, CountedBySql.perMonth(rig.rooms.database(), events));
      triesADraftOutQuickly(rig, (int) events.stream().filter(RecordedYear.Event::isOrder).count());
    }
  }

  private static void isTheYear(Rig rig, List<RecordedYear.Event> events, List<String> perMonth) {
    assertThat(rig.texts(PER_MONTH)).as("every department, month by month").isEqualTo(perMonth);
    long orders = sum(events.stream().filter(RecordedYear.Event::isOrder).toList());
    long refunds = sum(events) - orders;
    assertThat(rig.texts(CLEARING)).containsExactly("ORDERS " + -orders, "REFUNDS " + refunds);
    if (RecordedYear.EVERY == 1) {
      assertThat(orders).isEqualTo(891_140_790L);
      assertThat(refunds).isEqualTo(61_134_209L);
    }
    assertThat(rig.texts("SELECT sum(cents)::text FROM ledger_entry")).containsExactly("0");
    rig.get(BookChecks.class).runDue(rig.now());
    assertThat(rig.texts("SELECT name FROM book_check WHERE NOT ok")).isEmpty();
  }

  private static void say(String how, int events, long begun) {
    System.out.printf(
        "%d events %s: %d ms%n",
        events, how, Duration.ofNanos(System.nanoTime() - begun).toMillis());
  }

  /** The terms in force tried out again would change nothing and pay the same. */
  private static void triesADraftOutQuickly(Rig rig, int orders) {
    var quarter = triedOut(rig, LocalDate.of(2011, 7, 1), LocalDate.of(2011, 10, 1));
    assertThat(quarter).as("the first look at a quarter").isLessThan(Duration.ofSeconds(5));
    triedOut(rig, LocalDate.of(2011, 7, 1), LocalDate.of(2011, 10, 1));
    var result =
        rig.get(Agreements.class)
            .whatIf(SampleAgreement.terms(), LocalDate.of(2010, 12, 1), LocalDate.of(2012, 1, 1));
    assertThat(result.orders()).isEqualTo(orders);
    assertThat(result.changed()).isZero();
    assertThat(result.lines()).allMatch(line -> line.paidCents() == line.wouldCents());
  }

  private static Duration triedOut(Rig rig, LocalDate from, LocalDate to) {
    long begun = System.nanoTime();
    var result = rig.get(Agreements.class).whatIf(SampleAgreement.terms(), from, to);
    var took = Duration.ofNanos(System.nanoTime() - begun);
    System.out.printf("what-if over %d orders: %d ms%n", result.orders(), took.toMillis());
    return took;
  }

  @Test
  void shouldEndTheSameWhateverComesFirstAndHoweverOften() throws IOException {
    // given
    var events = inTime();
    List<String> expected;
    List<String> perMonth;
    try (var rig = new Rig()) {
      tell(rig, events, 500);
      expected = rig.book();
      perMonth = CountedBySql.perMonth(rig.rooms.database(), events);
    }
    for (int seed = 1; seed <= SEEDS; seed++) {
      try (var rig = new Rig()) {
        var shuffled = new ArrayList<>(events);
        shuffled.addAll(events.subList(0, events.size() / 3));
        Collections.shuffle(shuffled, new Random(seed));
        // when
        long begun = System.nanoTime();
        tell(rig, shuffled, 50 + seed * 37);
        say("shuffled with seed " + seed + ", a third twice", shuffled.size(), begun);
        // then
        assertThat(rig.book()).as("seed " + seed).isEqualTo(expected);
        isTheYear(rig, events, perMonth);
      }
    }
  }

  private static List<RecordedYear.Event> inTime() throws IOException {
    var events = new ArrayList<>(RecordedYear.events());
    events.sort(
        Comparator.comparing(RecordedYear.Event::at)
            .thenComparing(event -> !event.isOrder())
            .thenComparing(RecordedYear.Event::id));
    return events;
  }

  private static void tell(Rig rig, List<RecordedYear.Event> events, int between) {
    RecordedYear.acquaint(rig, events);
    int told = 0;
    for (var event : events) {
      RecordedYear.tell(rig, event);
      if (++told % between == 0) {
        rig.write();
      }
    }
    rig.write();
  }

  private static long sum(List<RecordedYear.Event> events) {
    return events.stream().mapToLong(RecordedYear.Event::cents).sum();
  }
}
