package dev.siyu.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.TestRooms;
import dev.siyu.content.ContentRounds.Step;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContentRoundsTest {

  /** Version 1 of traffic-offer to four people; times as days after the touch. */
  private static final String HISTORY =
      """
      INSERT INTO customer (id, external_user_id, zone, created_at)
        SELECT 'C' || n, 'wm' || n, 'UTC', '2026-12-01Z' FROM generate_series(1, 5) n;
      INSERT INTO customer_alias VALUES ('C99', 'C4', '2026-12-01Z');
      INSERT INTO touchpoint (customer_id, journey, step, occurrence, medium, content,
          content_version, request_hash, state, asked_at, claimed_at, updated_at)
        VALUES ('C1', 'j', 's', 'e', 'MASS_SEND', 'traffic-offer', 1, 'h', 'SENT', '2026-12-02Z', '2026-12-02Z', '2026-12-02Z'),
          ('C1', 'j', 's2', 'e', 'MASS_SEND', 'traffic-offer', 1, 'h', 'SENT', '2026-12-04Z', '2026-12-04Z', '2026-12-04Z'),
          ('C2', 'j', 's', 'e', 'MASS_SEND', 'traffic-offer', 1, 'h', 'QUEUED', '2026-12-02Z', '2026-12-02Z', '2026-12-02Z'),
          ('C3', 'j', 's', 'e', 'MASS_SEND', 'traffic-offer', 1, 'h', 'REFUSED', '2026-12-02Z', NULL, '2026-12-02Z'),
          ('C99', 'j', 's', 'e', 'MASS_SEND', 'traffic-offer', 1, 'h', 'SENT', '2026-12-02Z', '2026-12-02Z', '2026-12-02Z'),
          ('C5', 'j', 's', 'e', 'MASS_SEND', 'traffic-offer', 2, 'h', 'SENT', '2026-12-02Z', '2026-12-02Z', '2026-12-02Z');
      INSERT INTO inbox_event (dedupe_key, source, type, subject, body, body_hash, occurred_at,
          received_at, changed_at)
        VALUES ('1', 'WECOM', 'change_external_contact/customer_start_chat', 'wm1', '', '', '2026-12-03Z', '2026-12-03Z', '2026-12-03Z'),
          ('2', 'WECOM', 'change_external_contact/customer_start_chat', 'wm4', '', '', '2026-12-20Z', '2026-12-20Z', '2026-12-20Z'),
          ('3', 'WECOM', 'change_external_contact/edit_external_contact', 'wm4', '', '', '2026-12-03Z', '2026-12-03Z', '2026-12-03Z');
      INSERT INTO paid_order (source, order_id, customer_id, amount_cents, refunded_cents, line_count, paid_at)
        VALUES ('m', 'o1', 'C1', 1000, 0, 1, '2026-12-05Z'), ('m', 'o2', 'C4', 5000, 2000, 1, '2026-12-08Z'),
          ('m', 'o3', 'C4', 700, 0, 1, '2026-12-10Z'), ('m', 'o4', 'C4', 700, 0, 1, '2026-12-01Z'),
          ('m', 'o5', 'C2', 900, 0, 1, '2026-12-03Z'), ('m', 'o6', 'C5', 900, 0, 1, '2026-12-03Z');
      """;

  private TestRooms rooms;
  private ContentRounds rounds;

  @BeforeEach
  void open() {
    rooms = ContentRoom.open(told -> {});
    rounds = rooms.get(ContentRounds.class);
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  @Test
  void shouldCountWhatAVersionAchievedWithinSevenDaysOfATouch() {
    // given
    rooms.jdbc().sql(HISTORY).update();
    // when
    var figures = rounds.measure("traffic-offer", 1, rooms.clock().instant());
    // then
    assertThat(figures.made()).isEqualTo(3);
    assertThat(figures.waiting()).isEqualTo(1);
    assertThat(figures.refused()).isEqualTo(1);
    assertThat(figures.customers()).isEqualTo(2);
    assertThat(figures.replied()).isEqualTo(1);
    assertThat(figures.buyers()).isEqualTo(2);
    assertThat(figures.orders()).isEqualTo(2);
    assertThat(figures.netCents()).isEqualTo(4_000);
    // and again, e.g. by a job that was tried twice: stored once
    assertThat(rounds.measure("traffic-offer", 1, rooms.clock().instant())).isEqualTo(figures);
    var library = rooms.get(ContentLibrary.class);
    assertThat(library.piece("traffic-offer").orElseThrow().versions().getLast().figures())
        .isEqualTo(figures);
  }

  @Test
  void shouldCountNothingForAVersionNobodyGot() {
    var figures = rounds.measure("re-offer", 1, rooms.clock().instant());
    assertThat(figures.made()).isZero();
    assertThat(figures.netCents()).isZero();
  }

  @Test
  void shouldCountRemindersPerStepAndOnceWhenAJobIsTriedAgain() {
    // when
    int first = rounds.remind("re-offer", 1, Step.REVIEW, rooms.clock().instant());
    rooms.pass(Duration.ofMinutes(5));
    int again = rounds.remind("re-offer", 1, Step.REVIEW, rooms.clock().instant());
    rooms.pass(Duration.ofDays(2));
    int second = rounds.remind("re-offer", 1, Step.REVIEW, rooms.clock().instant());
    int other = rounds.remind("re-offer", 1, Step.PUBLISH, rooms.clock().instant());
    // then
    assertThat(new int[] {first, again, second, other}).containsExactly(1, 1, 2, 1);
  }
}
