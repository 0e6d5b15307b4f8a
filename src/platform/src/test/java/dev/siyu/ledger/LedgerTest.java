package dev.siyu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.TestRooms;
import dev.siyu.ledger.Journal.Entry;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final YearMonth MAY = YearMonth.of(2026, 5);
  private TestRooms rooms;
  private Ledger ledger;

  @BeforeEach
  void open() {
    rooms = TestRooms.open("ledger");
    ledger = rooms.get(Ledger.class);
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  private static Item order(String id) {
    return Item.of(new Item.Ref("mall", id));
  }

  private static Journal paid(String id, String key, long cents, YearMonth month) {
    return new Journal(
        key,
        Journal.Kind.ORDER,
        month,
        "订单归属",
        "siyu",
        List.of(
            new Entry(Account.ORDERS, "", -cents, order(id)),
            new Entry(Account.PROVISIONAL, "门店", cents, order(id))));
  }

  private void post(Journal... journals) {
    rooms.database().transactions().executeWithoutResult(status -> ledger.post(List.of(journals)));
  }

  @Test
  void shouldPostTheSameJournalOnceAndRefuseOtherContentUnderItsKey() {
    // given
    post(paid("1", "k1", 500, MAY));
    // when
    post(paid("1", "k1", 500, MAY));
    // then
    assertThat(count("ledger_entry")).isEqualTo(2);
    assertThatThrownBy(() -> post(paid("1", "k1", 501, MAY)))
        .isInstanceOf(LedgerRefused.class)
        .hasMessageContaining("SIYU-8101");
    var posted = ledger.posted(List.of(new Item.Ref("mall", "1")), List.of());
    assertThat(posted)
        .hasEntrySatisfying(
            order("1"), one -> assertThat(one.cents()).isEqualTo(Map.of("门店", 500L)));
  }

  @Test
  void shouldLetNobodyChangeOrRemoveWhatWasPosted() {
    post(paid("1", "k1", 500, MAY));
    for (var sql :
        List.of(
            "UPDATE ledger_entry SET cents = 1",
            "DELETE FROM ledger_entry",
            "TRUNCATE ledger_entry",
            "UPDATE ledger_journal SET note = ''",
            "DELETE FROM ledger_journal",
            "TRUNCATE ledger_journal CASCADE")) {
      assertThatThrownBy(() -> rooms.jdbc().sql(sql).update())
          .as(sql)
          .hasMessageContaining("SIYU-8104");
    }
  }

  @Test
  void shouldWriteAsARoleThatCannotChangeAnything() {
    // given
    post(paid("1", "k1", 500, MAY));
    for (var sql : List.of("UPDATE ledger_entry SET cents = 1", "DELETE FROM ledger_journal")) {
      // when
      assertThatThrownBy(
              () ->
                  rooms
                      .database()
                      .transactions()
                      .executeWithoutResult(
                          status ->
                              rooms
                                  .get(LedgerRole.class)
                                  .writing(() -> rooms.jdbc().sql(sql).update())))
          // then
          .hasStackTraceContaining("permission denied");
    }
  }

  @Test
  void shouldRefuseAJournalThatDoesNotSumToZeroAlsoPastTheApplication() {
    assertThatThrownBy(this::unbalanced).hasStackTraceContaining("SIYU-8102");
    assertThat(count("ledger_journal")).isZero();
  }

  @Test
  void shouldRefuseToAddToAJournalLater() {
    // given
    post(paid("1", "k1", 500, MAY));
    // then
    assertThatThrownBy(
            () ->
                rooms
                    .jdbc()
                    .sql(
                        """
                        INSERT INTO ledger_entry (journal_id, month, account, department, cents,
                          source, order_id)
                        SELECT id, month, 'FINAL', '门店', c, 'mall', '1'
                        FROM ledger_journal, (VALUES (1), (-1)) AS v (c)
                        """)
                    .update())
        .hasStackTraceContaining("SIYU-8105");
  }

  @Test
  void shouldPostNothingIntoAClosedMonth() {
    // given
    ledger.close(MAY, "boss");
    // then
    assertThat(ledger.open(MAY)).isEqualTo(MAY.plusMonths(1));
    assertThat(ledger.open(MAY.plusMonths(3))).isEqualTo(MAY.plusMonths(3));
    assertThatThrownBy(() -> post(paid("1", "k1", 500, MAY.minusMonths(1))))
        .hasStackTraceContaining("SIYU-8103");
    ledger.reopen(MAY);
    post(paid("1", "k1", 500, MAY));
  }

  @Test
  void shouldMoveWhatIsProvisionalToFinalOnce() {
    // given
    post(paid("1", "k1", 500, MAY), paid("2", "k2", 300, MAY));
    var both = List.of(new Item.Ref("mall", "1"), new Item.Ref("mall", "2"));
    // when
    var first = settle(both);
    var again = settle(both);
    // then
    assertThat(first).isEqualTo(2);
    assertThat(again).isZero();
    assertThat(
            rooms
                .jdbc()
                .sql("SELECT sum(cents) FROM ledger_entry WHERE account = 'FINAL'")
                .query(Long.class)
                .single())
        .isEqualTo(800);
  }

  private Integer settle(List<Item.Ref> orders) {
    return rooms
        .database()
        .transactions()
        .execute(status -> ledger.settle(orders, MAY.plusMonths(1), "siyu"));
  }

  private void unbalanced() {
    rooms
        .jdbc()
        .sql(
            """
            WITH j AS (
              INSERT INTO ledger_journal (key, kind, month, note, hash, actor, posted_at)
              VALUES ('k1', 'ORDER', '2026-05-01', '', '', 'x', '2026-05-01T00:00:00Z')
              RETURNING id, month)
            INSERT INTO ledger_entry (journal_id, month, account, department, cents, source,
              order_id)
            SELECT id, month, 'FINAL', '门店', 7, 'mall', '1' FROM j
            """)
        .update();
  }

  private long count(String table) {
    return rooms.jdbc().sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }
}
