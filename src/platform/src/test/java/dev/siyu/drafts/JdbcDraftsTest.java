package dev.siyu.drafts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.siyu.TestDatabase;
import dev.siyu.drafts.Drafts.Drawn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcDraftsTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Instant NOW = Instant.parse("2026-12-01T02:00:00Z");
  private static final String JOURNEY = "first-order";

  private final JdbcDrafts drafts = at(NOW);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void forget() {
    DATABASE.jdbc().sql("TRUNCATE drawing_draft, drawing_draft_aside").update();
  }

  @Test
  void shouldKeepTheLastDraftOfEachPerson() {
    // when
    drafts.save(JOURNEY, "ops", new Drawn("", "<one/>", 2, 0));
    drafts.save(JOURNEY, "ops", new Drawn("", "<two/>", 3, 0));
    drafts.save(JOURNEY, "manager", new Drawn("", "<other/>", 3, 0));

    // then
    assertThat(drafts.desk(JOURNEY, "ops").mine())
        .usingRecursiveComparison()
        .ignoringFields("revision")
        .isEqualTo(new Drafts.Draft(JOURNEY, JOURNEY, "<two/>", 3, 0, NOW));
    assertThat(drafts.of("ops")).hasSize(1).allMatch(draft -> draft.xml().isEmpty());
  }

  @Test
  void shouldTellWhoElseIsAtItToday() {
    // given
    at(NOW.minus(Duration.ofDays(2))).save(JOURNEY, "boss", new Drawn("", "<old/>", 1, 0));
    drafts.save(JOURNEY, "manager", new Drawn("", "<other/>", 3, 0));

    // then
    assertThat(drafts.save(JOURNEY, "ops", new Drawn("", "<mine/>", 3, 0)).others())
        .containsExactly(new Drafts.Other("manager", NOW));
    assertThat(drafts.desk("win-back", "ops").others()).isEmpty();
  }

  @Test
  void shouldThrowAwayOnlyOnesOwn() {
    // given
    drafts.save(JOURNEY, "ops", new Drawn("", "<mine/>", 3, 0));
    drafts.save(JOURNEY, "manager", new Drawn("", "<other/>", 3, 0));

    // when
    drafts.discard(JOURNEY, "ops");
    drafts.discard(JOURNEY, "ops");

    // then
    assertThat(drafts.desk(JOURNEY, "ops").mine()).isNull();
    assertThat(drafts.desk(JOURNEY, "manager").mine()).isNotNull();
  }

  @Test
  void shouldPutAsideWhatAnotherWindowHadNotSeen() {
    // given one window that goes on with what it saved
    long first = saved("<one/>", 0);
    long second = saved("<two/>", first);
    assertThat(drafts.desk(JOURNEY, "ops").aside()).isEmpty();

    // when another one, that knows the first only, saves too
    var desk = drafts.save(JOURNEY, "ops", new Drawn("", "<other/>", 2, first));

    // then both are there
    assertThat(requireNonNull(desk.mine()).xml()).isEqualTo("<other/>");
    assertThat(desk.aside()).singleElement().extracting(Drafts.Aside::baseVersion).isEqualTo(3);
    long id = desk.aside().getFirst().id();
    assertThat(drafts.aside(JOURNEY, "ops", id)).get().returns("<two/>", Drafts.Draft::xml);
    assertThat(drafts.aside(JOURNEY, "manager", id)).as("it is not theirs").isEmpty();
    assertThat(saved("<other/>", second)).as("the same again puts nothing aside").isPositive();
    assertThat(drafts.desk(JOURNEY, "ops").aside()).hasSize(1);

    // when
    drafts.discardAside(JOURNEY, "ops", id);

    // then
    assertThat(drafts.desk(JOURNEY, "ops").aside()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldLoseNothingWhenTwoWindowsSaveAtOnce(boolean known) throws Exception {
    // given two windows that know the same
    long seen = known ? saved("<begun/>", 0) : 0;

    try (var other = Executors.newSingleThreadExecutor()) {
      // when the second one saves while the first is not through
      var second =
          DATABASE
              .transactions()
              .execute(
                  status -> {
                    saved("<one/>", seen);
                    var waiting = other.submit(() -> saved("<two/>", seen));
                    untilSomebodyWaits();
                    return waiting;
                  });
      assertThat(requireNonNull(second).get(10, TimeUnit.SECONDS)).isPositive();
    }

    // then both are there
    var desk = drafts.desk(JOURNEY, "ops");
    assertThat(requireNonNull(desk.mine()).xml()).isEqualTo("<two/>");
    long id = desk.aside().getFirst().id();
    assertThat(drafts.aside(JOURNEY, "ops", id)).get().returns("<one/>", Drafts.Draft::xml);
  }

  /** For the database to hold the second one back. */
  private static void untilSomebodyWaits() {
    var waiting =
        """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'
        """;
    await().until(() -> DATABASE.jdbc().sql(waiting).query(Long.class).single() > 0);
  }

  @Test
  void shouldPutAsideAtMostFive() {
    for (int i = 0; i < 8; i++) {
      drafts.save(JOURNEY, "ops", new Drawn("", "<n" + i + "/>", 0, 0));
    }
    assertThat(drafts.desk(JOURNEY, "ops").aside()).hasSize(5);
  }

  @Test
  void shouldCallADraftAsItIsDrawn() {
    // given
    drafts.save("new-one", "ops", new Drawn("新旅程", "<xml/>", 0, 0));
    drafts.save("new-one", "ops", new Drawn("新名字", "<later/>", 0, 0));

    // then
    assertThat(drafts.of("ops")).singleElement().returns("新名字", Drafts.Draft::name);
    long id = drafts.desk("new-one", "ops").aside().getFirst().id();
    assertThat(drafts.aside("new-one", "ops", id)).get().returns("新旅程", Drafts.Draft::name);
  }

  private long saved(String xml, long seen) {
    var desk = drafts.save(JOURNEY, "ops", new Drawn("", xml, 3, seen));
    return requireNonNull(desk.mine()).revision();
  }

  private static JdbcDrafts at(Instant moment) {
    return new JdbcDrafts(
        DATABASE.jdbc(), DATABASE.transactions(), Clock.fixed(moment, ZoneOffset.UTC));
  }
}
