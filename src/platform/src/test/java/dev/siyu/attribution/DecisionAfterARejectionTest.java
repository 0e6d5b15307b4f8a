package dev.siyu.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What V278 makes of an installation that kept rejected requests in a table of their own. */
class DecisionAfterARejectionTest {

  private static final String OLDER =
      """
      INSERT INTO attribution_decision (source, order_id, number, cause, evidence, hash, rule,
        reason, actor, decided_at)
      VALUES ('mall', '1', 1, 'PAID', '{}', 'h', 'r', 'r', 'siyu', '2026-11-10T04:00:00Z'),
        ('mall', '1', 2, 'RECKONED_AGAIN', '{}', 'h', 'r', 'r', 'siyu', '2026-11-11T04:00:00Z');
      INSERT INTO reckoned_again (request_id, source, order_id, decision, at)
      VALUES ('A1', 'mall', '1', 2, '2026-11-11T04:00:00Z')
      """;
  private TestDatabase database;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private FluentConfiguration flyway() {
    return Flyway.configure()
        .dataSource(database.dataSource())
        .locations("classpath:db/migration")
        .cleanDisabled(false);
  }

  @Test
  void shouldTakeOverWhatWasKeptAndLeaveDecisionsUntouchable() {
    // given
    var before = flyway().target("277").load();
    before.clean();
    before.migrate();
    database.jdbc().sql(OLDER).update();
    // when
    flyway().load().migrate();
    // then
    assertThat(
            database
                .jdbc()
                .sql(
                    "SELECT number || ' ' || coalesce(after_request, '-')"
                        + " FROM attribution_decision ORDER BY number")
                .query(String.class)
                .list())
        .containsExactly("1 -", "2 A1");
    assertThatThrownBy(
            () -> database.jdbc().sql("UPDATE attribution_decision SET reason = 'x'").update())
        .hasMessageContaining("SIYU-8104");
  }
}
