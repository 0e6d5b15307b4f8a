package dev.siyu.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimeTravelTest {

  private static final Instant START = Instant.parse("2026-01-05T01:00:00Z");

  private final SiyuClock clock = new SiyuClock(Clock.fixed(START, ZoneOffset.UTC), Duration.ZERO);
  private final Agenda agenda = new Agenda();
  private final AtomicBoolean quiet = new AtomicBoolean(true);
  private final AtomicLong passedBy = new AtomicLong();
  private final List<String> followed = new CopyOnWriteArrayList<>();
  private volatile Runnable looked = () -> {};
  private final AtomicInteger failures = new AtomicInteger();
  private final Rows rows = new Rows();
  private final Ticker ticker = new Ticker(() -> List.of(agenda), clock, Duration.ofMillis(20));
  private final TimeTravel travel = travel(TimeSettings.Mode.SAMPLE);

  @AfterEach
  void stop() {
    travel.stop();
    ticker.stop();
  }

  @Test
  void shouldStopAtEveryDueMomentRoundedUpToTheGrain() {
    // given
    agenda.plan("2026-01-05T02:03:00Z", "2026-01-05T02:04:00Z", "2026-01-06T00:00:00Z");
    begin();

    // when
    travel.advanceTo(Instant.parse("2026-01-07T00:00:00Z"));

    // then
    awaitArrival();
    assertThat(agenda.ranAt)
        .containsExactly(
            Instant.parse("2026-01-05T02:15:00Z"), Instant.parse("2026-01-06T00:00:00Z"));
    assertThat(clock.instant()).isEqualTo("2026-01-07T00:00:00Z");
    assertThat(followed.getLast()).isEqualTo("broker PT47H");
  }

  @Test
  void shouldWaitWhereSomethingIsBusy() {
    // given
    quiet.set(false);
    begin();

    // when
    travel.advanceTo(START.plus(Duration.ofDays(1)));

    // then
    await().until(() -> "work".equals(travel.progress().waitingFor()));
    assertThat(clock.instant()).isEqualTo(START);
    quiet.set(true);
    awaitArrival();
  }

  @Test
  void shouldLookAgainWhenSomethingPassedThroughAPartMeanwhile() {
    // given a part that is quiet at every question, but through which something passes each time
    looked = passedBy::incrementAndGet;
    begin();

    // when
    travel.advanceTo(START.plus(Duration.ofDays(1)));

    // then the clock stays until nothing passes any more
    await().until(() -> passedBy.get() > 3);
    assertThat(clock.instant()).isEqualTo(START);
    looked = () -> {};
    awaitArrival();
  }

  @Test
  void shouldStayWhileSomebodyCannotSayWhenItIsDue() {
    // given
    agenda.plan("2026-01-05T02:03:00Z");
    agenda.silent = true;
    begin();

    // when
    travel.advanceTo(START.plus(Duration.ofDays(1)));

    // then
    await().until(() -> "due work".equals(travel.progress().waitingFor()));
    assertThat(clock.instant()).isEqualTo(START);
    agenda.silent = false;
    awaitArrival();
    assertThat(agenda.ranAt).containsExactly(Instant.parse("2026-01-05T02:15:00Z"));
  }

  @Test
  void shouldNotLeapOverWhatFallsDueWhileItLooks() {
    // given a clock that reaches a due moment after all was found quiet
    agenda.plan("2026-01-05T01:00:30Z", "2026-01-06T00:00:00Z");
    looked = () -> clock.setOffset(Duration.ofMinutes(1).plus(clock.offset()));
    begin();

    // when
    travel.advanceTo(Instant.parse("2026-01-07T00:00:00Z"));

    // then it is done before the leap of a day
    await().until(() -> !agenda.ranAt.isEmpty());
    assertThat(agenda.ranAt.getFirst()).isBefore("2026-01-05T23:00:00Z");
    looked = () -> {};
    awaitArrival();
  }

  @Test
  void shouldMoveTheAppBeforeItsFollowersAndAskThemUntilTheyFollow() {
    // given
    failures.set(3);
    begin();

    // when
    travel.advanceTo(START.plus(Duration.ofHours(1)));

    // then
    awaitArrival();
    assertThat(followed).containsExactly("broker PT1H");
    assertThat(rows.row.offset()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void shouldGoOnAfterARestart() {
    // given
    rows.saveTarget(START.plus(Duration.ofHours(3)), null, START);

    // when
    begin();

    // then
    awaitArrival();
    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(3)));
    assertThat(rows.row.target()).isNull();
  }

  @Test
  void shouldRefuseToMoveBackOrInLiveMode() {
    assertThatThrownBy(() -> travel.advanceTo(START)).hasMessageContaining("SIYU-7005");
    assertThatThrownBy(() -> travel(TimeSettings.Mode.LIVE).advanceTo(START.plusSeconds(1)))
        .hasMessageContaining("SIYU-7004");
  }

  @Test
  void shouldStayWhereItIsWhenStopped() {
    // given
    quiet.set(false);
    begin();
    travel.advanceTo(START.plus(Duration.ofDays(1)));

    // when
    travel.stop("a person said so");

    // then
    quiet.set(true);
    assertThat(travel.progress().moving()).isFalse();
    assertThat(clock.instant()).isEqualTo(START);
  }

  private void begin() {
    ticker.begin();
    travel.resume();
  }

  private void awaitArrival() {
    await().atMost(Duration.ofSeconds(10)).until(() -> !travel.progress().moving());
  }

  private TimeTravel travel(TimeSettings.Mode mode) {
    var settings =
        new TimeSettings(
            mode,
            ZoneOffset.UTC,
            new TimeSettings.Clock(
                Duration.ofMillis(20), Duration.ofMinutes(15), Duration.ofMillis(1), null));
    Quiet part =
        new Quiet() {
          @Override
          public String name() {
            return "work";
          }

          @Override
          public boolean isQuiet() {
            looked.run();
            return quiet.get();
          }

          @Override
          public long passed() {
            return passedBy.get();
          }
        };
    return new TimeTravel(
        clock,
        rows,
        ticker,
        new Quietness(() -> List.of(part), ticker),
        () -> List.of(broker()),
        settings);
  }

  private ClockFollower broker() {
    return new ClockFollower() {
      @Override
      public String name() {
        return "broker";
      }

      @Override
      public void follow(Duration offset) {
        assertThat(clock.offset()).isEqualTo(offset);
        if (failures.getAndDecrement() > 0) {
          throw new IllegalStateException("down");
        }
        followed.add("broker " + offset);
      }
    };
  }

  /** Things planned; each look at a due moment takes all that are due. */
  private static final class Agenda implements DueWork {
    private final ConcurrentSkipListSet<Instant> planned = new ConcurrentSkipListSet<>();
    private final List<Instant> ranAt = new CopyOnWriteArrayList<>();
    private volatile boolean silent;

    void plan(String... moments) {
      for (String moment : moments) {
        planned.add(Instant.parse(moment));
      }
    }

    @Override
    public String name() {
      return "agenda";
    }

    @Override
    public Optional<Instant> nextDue() {
      if (silent) {
        throw new IllegalStateException("the database is away");
      }
      return planned.isEmpty() ? Optional.empty() : Optional.of(planned.first());
    }

    @Override
    public void runDue(Instant now) {
      ranAt.add(now);
      planned.headSet(now, true).clear();
    }
  }

  /** The row in memory. */
  private static final class Rows implements ClockStore {
    private volatile Row row = new Row("SAMPLE", Duration.ZERO, null, null);

    @Override
    public Row open(String mode, Instant now) {
      return row;
    }

    @Override
    public void saveOffset(Duration offset, Instant now) {
      row = new Row(row.mode(), offset, row.target(), row.speed());
    }

    @Override
    public void saveTarget(@Nullable Instant target, @Nullable Integer speed, Instant now) {
      row = new Row(row.mode(), row.offset(), target, speed);
    }
  }
}
