package dev.siyu.rehearsals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.TestDatabase;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OwnCustomersTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static void customer(String id, @Nullable String added) {
    DATABASE
        .jdbc()
        .sql(
            """
            INSERT INTO customer (id, zone, added_at, created_at)
            VALUES (:id, 'Asia/Shanghai', :added::timestamptz, '2026-01-01Z')
            """)
        .param("id", id)
        .param("added", added, java.sql.Types.VARCHAR)
        .update();
  }

  private static void order(String id, String customer, String paid) {
    DATABASE
        .jdbc()
        .sql(
            """
            INSERT INTO paid_order (source, order_id, customer_id, amount_cents, line_count, paid_at)
            VALUES ('mall', :id, :customer, 100, 1, :paid::timestamptz)
            """)
        .param("id", id)
        .param("customer", customer)
        .param("paid", paid)
        .update();
  }

  private static List<String> firstCells(Stage.File file, int cells) {
    return Arrays.stream(file.content().split("\n"))
        .skip(1)
        .map(row -> String.join(",", Arrays.copyOf(row.split(","), cells)))
        .toList();
  }

  @Test
  void shouldTellOnlyWhatNewCustomersDid() {
    // given an old customer, a new one, one who bought before being added, a buyer without contact
    customer("C1", "2026-01-05T02:00:00Z");
    order("old", "C1", "2026-01-10T02:00:00Z");
    order("older-too", "C1", "2026-02-10T02:00:00Z");
    order("again", "C1", "2026-10-10T02:00:00Z");
    customer("C2", "2026-10-02T02:00:00Z");
    order("first", "C2", "2026-10-03T02:00:00Z");
    customer("C3", "2026-10-04T02:00:00Z");
    order("before", "C3", "2026-03-01T02:00:00Z");
    customer("C4", null);
    order("stranger", "C4", "2026-10-05T02:00:00Z");
    customer("C5", "2026-01-06T02:00:00Z");
    order("long-ago", "C5", "2026-02-01T02:00:00Z");

    // when
    var files =
        new OwnCustomers(DATABASE.jdbc(), ZoneId.of("Asia/Shanghai"))
            .files(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));

    // then
    assertThat(firstCells(files.get(0), 2)).containsExactly("C2,2026-10-02T10:00");
    assertThat(firstCells(files.get(1), 2)).containsExactly("mall-first,C2");
  }

  @Test
  void shouldTellTheWholeCourseOfOneCustomerAndRefuseWhoIsNone() {
    // given somebody who bought before being added, beside another new contact
    customer("C91", "2025-10-04T02:00:00Z");
    order("one-before", "C91", "2025-09-01T02:00:00Z");
    order("one-after", "C91", "2025-11-01T02:00:00Z");
    customer("C92", "2025-10-05T02:00:00Z");
    var own = new OwnCustomers(DATABASE.jdbc(), ZoneId.of("Asia/Shanghai"));
    var from = LocalDate.of(2025, 10, 4);
    var to = LocalDate.of(2025, 12, 31);

    // when
    var files = own.one(from, to, "C91");

    // then
    assertThat(firstCells(files.get(0), 1)).containsExactly("C91");
    assertThat(firstCells(files.get(1), 2))
        .containsExactly("mall-one-before,C91", "mall-one-after,C91");
    assertThatThrownBy(() -> own.one(from, to, "C99"))
        .hasMessage(
            "SIYU-3711 customer: C99 (expected: a contact added from 2025-10-04 to 2025-12-31)");
  }
}
