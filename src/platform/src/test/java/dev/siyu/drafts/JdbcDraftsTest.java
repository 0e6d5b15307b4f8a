package dev.siyu.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
    DATABASE.jdbc().sql("TRUNCATE drawing_draft").update();
  }

  @Test
  void shouldKeepTheLastDraftOfEachPerson() {
    // when
    drafts.save(JOURNEY, "ops", "<one/>", 2);
    drafts.save(JOURNEY, "ops", "<two/>", 3);
    drafts.save(JOURNEY, "manager", "<other/>", 3);

    // then
    assertThat(drafts.desk(JOURNEY, "ops").mine())
        .isEqualTo(new Drafts.Draft(JOURNEY, "<two/>", 3, NOW));
    assertThat(drafts.of("ops")).hasSize(1).allMatch(draft -> draft.xml().isEmpty());
  }

  @Test
  void shouldTellWhoElseIsAtItToday() {
    // given
    at(NOW.minus(Duration.ofDays(2))).save(JOURNEY, "boss", "<old/>", 1);
    drafts.save(JOURNEY, "manager", "<other/>", 3);

    // then
    assertThat(drafts.save(JOURNEY, "ops", "<mine/>", 3).others())
        .containsExactly(new Drafts.Other("manager", NOW));
    assertThat(drafts.desk("win-back", "ops").others()).isEmpty();
  }

  @Test
  void shouldThrowAwayOnlyOnesOwn() {
    // given
    drafts.save(JOURNEY, "ops", "<mine/>", 3);
    drafts.save(JOURNEY, "manager", "<other/>", 3);

    // when
    drafts.discard(JOURNEY, "ops");
    drafts.discard(JOURNEY, "ops");

    // then
    assertThat(drafts.desk(JOURNEY, "ops").mine()).isNull();
    assertThat(drafts.desk(JOURNEY, "manager").mine()).isNotNull();
  }

  private static JdbcDrafts at(Instant moment) {
    return new JdbcDrafts(DATABASE.jdbc(), Clock.fixed(moment, ZoneOffset.UTC));
  }
}
