package dev.siyu.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.TestRooms;
import dev.siyu.customers.Buyers.Ids;
import dev.siyu.orders.Orders;
import dev.siyu.orders.PaidOrder;
import dev.siyu.orders.Refund;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.PessimisticLockingFailureException;

/** One person over malls: merged when a union id shows up late, taken apart by a person. */
class MergeAndSeparateTest {

  private static final Instant T0 = Instant.parse("2026-12-01T03:00:00Z");
  private static TestRooms rooms;
  private static Customers customers;
  private static Buyers buyers;
  private static CustomerIdentities identities;
  private static Orders orders;

  @BeforeAll
  static void open() {
    rooms =
        TestRooms.open(
            Map.of("siyu.phone-key", "test-phone-key"), context -> {}, "customers", "orders");
    customers = rooms.get(Customers.class);
    buyers = rooms.get(Buyers.class);
    identities = rooms.get(CustomerIdentities.class);
    orders = rooms.get(Orders.class);
  }

  @AfterAll
  static void close() {
    rooms.close();
  }

  private static Ids ids(String mall, @Nullable String open, @Nullable String union) {
    return new Ids(mall, open, union, null);
  }

  private static void paid(Buyers.Buyer buyer, String mall, String order, long cents, int minute) {
    orders.paid(
        new PaidOrder(
            mall, order, buyer.origin(), cents, 1, null, null, T0.plusSeconds(60L * minute)));
  }

  private static List<String> ordersOf(CustomerId id) {
    return rooms
        .jdbc()
        .sql("SELECT order_id FROM paid_order WHERE customer_id = :id ORDER BY order_id")
        .param("id", id.value())
        .query(String.class)
        .list();
  }

  @Test
  void shouldBeOnePersonOverMallsFromTheFirstOrderWhenTheUnionIdIsTold() {
    // when
    var store = buyers.of(ids("wxstore", "o-1", "u-1"));
    var youzan = buyers.of(ids("youzan", "y-1", "u-1"));
    var generic = customers.byUnionId("u-1");
    // then
    assertThat(youzan.customer()).isEqualTo(store.customer()).isEqualTo(generic);
  }

  @Test
  void shouldMergeWhenTheUnionIdIsLearntLate() {
    // given a buyer in two malls, one without union id, and a WeCom contact
    var store = buyers.of(ids("wxstore", "o-2", null));
    paid(store, "wxstore", "2-S", 1000, 1);
    var youzan = buyers.of(ids("youzan", "y-2", "u-2"));
    paid(youzan, "youzan", "2-Y", 500, 2);
    var contact = customers.byExternalUserId("wm-2");
    // when
    var kept = customers.identified(contact, "王小明", "u-2");
    var late = buyers.of(ids("wxstore", "o-2", "u-2"));
    // then
    assertThat(late.customer()).isEqualTo(kept).isEqualTo(contact);
    assertThat(late.origin()).isEqualTo(store.origin());
    assertThat(ordersOf(kept)).containsExactly("2-S", "2-Y");
    assertThat(orders.standing(kept).firstOrderId()).as("first over all malls").isEqualTo("2-S");
    assertThat(customers.find(store.customer())).isEqualTo(customers.find(kept));
  }

  @Test
  void shouldGiveEverythingBackWhenAPersonTakesThemApart() {
    // given
    var contact = customers.byExternalUserId("wm-3");
    customers.identified(contact, "李雷", "u-3");
    customers.added(contact, "li.na", "store", T0);
    customers.tagged(contact, List.of("新客", "共有"), List.of(), T0);
    paid(new Buyers.Buyer(contact, contact), "mall", "3-OWN", 900, 5);
    var stranger = buyers.of(ids("youzan", "y-3", "u-3b"));
    customers.tagged(stranger.customer(), List.of("共有", "有赞"), List.of(), T0);
    customers.moveTo(stranger.customer(), Stage.REPURCHASE, T0, "twice");
    paid(stranger, "youzan", "3-BEFORE", 1000, 1);
    var before = customers.find(stranger.customer()).orElseThrow();
    // when
    var kept = identities.merge(stranger.customer(), contact, "manager", "same phone");
    var after = buyers.of(ids("youzan", "y-3", "u-3b"));
    paid(after, "youzan", "3-AFTER", 400, 9);
    orders.refunded(new Refund("youzan", "3-R", after.origin(), null, 100, T0.plusSeconds(900)));
    assertThat(ordersOf(kept)).containsExactly("3-AFTER", "3-BEFORE", "3-OWN");
    assertThat(orders.standing(kept).firstOrderId()).isEqualTo("3-BEFORE");
    assertThat(orders.standing(kept).netCents()).isEqualTo(2200);
    var merge = identities.of(kept).merges().getFirst();
    identities.separate(kept, merge.id(), "manager", "another person");
    // then
    var back = customers.find(stranger.customer()).orElseThrow();
    assertThat(back).isEqualTo(before);
    assertThat(ordersOf(back.id())).containsExactly("3-AFTER", "3-BEFORE");
    assertThat(ordersOf(contact)).containsExactly("3-OWN");
    assertThat(orders.standing(contact).netCents()).isEqualTo(900);
    assertThat(orders.standing(contact).firstOrderId()).isEqualTo("3-OWN");
    assertThat(orders.standing(back.id()).netCents()).isEqualTo(1300);
    assertThat(tags(contact)).containsExactlyInAnyOrder("新客", "共有");
    assertThat(tags(back.id())).containsExactlyInAnyOrder("共有", "有赞");
    assertThat(buyers.of(ids("youzan", "y-3", "u-3b")).customer()).isEqualTo(back.id());
    assertThat(customers.byUnionId("u-3")).isEqualTo(contact);
    assertThat(laidTwice()).as("refunded cents after each resettling").isZero();
    // and both acts stay in the books
    var book = identities.of(contact).merges().getFirst();
    assertThat(book.actor()).isEqualTo("manager");
    assertThat(book.separatedBy()).isEqualTo("manager");
    assertThat(book.separatedWhy()).isEqualTo("another person");
    assertThatThrownBy(() -> identities.separate(contact, merge.id(), "manager", "again"))
        .isInstanceOf(IdentityRefused.class)
        .hasMessageContaining("SIYU-3161");
  }

  @Test
  void shouldAskAPersonBeforeMergingWhatWasTakenApart() {
    // given two that a wrong union id had merged
    var mallOnly = buyers.of(ids("youzan", "y-4", "u-4"));
    var contact = customers.byExternalUserId("wm-4");
    var kept = customers.identified(contact, "韩梅梅", "u-4");
    var merge = identities.of(kept).merges().getFirst();
    assertThat(merge.actor()).as("proved by an id").isNull();
    identities.separate(kept, merge.id(), "boss", "shared WeChat account");
    assertThat(customers.find(contact).orElseThrow().unionId()).isNull();
    // when WeCom tells the same again
    customers.identified(contact, "韩梅梅", "u-4");
    // then
    assertThat(customers.byUnionId("u-4")).isEqualTo(mallOnly.customer());
    assertThat(identities.of(contact).suggestions())
        .extracting(CustomerIdentities.Suggestion::why)
        .containsExactly("SEPARATED");
  }

  @Test
  void shouldSuggestWhoHasTheSamePhoneAndNeverKeepTheNumber() {
    // given
    var one = buyers.of(new Ids("wxstore", "o-5", null, "+86 138-0013-8000"));
    // when
    var other = buyers.of(new Ids("youzan", "y-5", null, "13800138000"));
    buyers.of(new Ids("youzan", "y-5b", null, "138****8000"));
    // then
    var suggestion = identities.of(one.customer()).suggestions().getFirst();
    assertThat(suggestion.other()).isEqualTo(other.customer());
    assertThat(suggestion.why()).isEqualTo("PHONE");
    assertThat(rooms.jdbc().sql("SELECT hash FROM customer_hint").query(String.class).list())
        .hasSizeGreaterThan(1)
        .noneMatch(hash -> hash.contains("13800138000"));
    // and a person decides
    identities.dismiss(one.customer(), suggestion.id(), "staff", "mother and daughter");
    assertThat(identities.of(one.customer()).suggestions()).isEmpty();
  }

  @Test
  void shouldBecomeOneWhenContactAndOrdersTellTheUnionIdAtTheSameMoment() throws Exception {
    // given many persons whose add, store order and Youzan order arrive at once
    var work = new ArrayList<Callable<Object>>();
    for (int i = 0; i < 40; i++) {
      var union = "u-8-" + i;
      var contact = customers.byExternalUserId("wm-8-" + i);
      var n = i;
      var phone = "1390000" + (1000 + i);
      work.add(() -> again(() -> customers.identified(contact, "X", union)));
      work.add(() -> again(() -> buyers.of(new Ids("wxstore", "o-8-" + n, union, phone))));
      work.add(() -> again(() -> buyers.of(new Ids("youzan", "y-8-" + n, union, null))));
      work.add(() -> again(() -> buyers.of(new Ids("youzan", "z-8-" + n, null, phone))));
    }
    // when
    try (var threads = Executors.newFixedThreadPool(12)) {
      for (var done : threads.invokeAll(work)) {
        done.get();
      }
    }
    // then
    for (int i = 0; i < 40; i++) {
      var contact = customers.byExternalUserId("wm-8-" + i);
      assertThat(customers.byUnionId("u-8-" + i)).as("person %d", i).isEqualTo(contact);
      assertThat(buyers.of(ids("wxstore", "o-8-" + i, null)).customer()).isEqualTo(contact);
      assertThat(buyers.of(ids("youzan", "y-8-" + i, null)).customer()).isEqualTo(contact);
      assertThat(identities.of(contact).suggestions())
          .as("same phone, person %d", i)
          .extracting(CustomerIdentities.Suggestion::other)
          .containsExactly(buyers.of(ids("youzan", "z-8-" + i, null)).customer());
    }
  }

  /** As the inbox does when the database gives way. */
  private static Object again(Callable<Object> work) throws Exception {
    for (int tries = 0; ; tries++) {
      try {
        return work.call();
      } catch (PessimisticLockingFailureException e) {
        if (tries == 5) {
          throw e;
        }
      }
    }
  }

  @Test
  void shouldNotMergeTwoContacts() {
    // given
    var one = customers.byExternalUserId("wm-6a");
    var other = customers.byExternalUserId("wm-6b");
    customers.identified(one, "A", "u-6");
    // when
    customers.identified(other, "B", "u-6");
    // then
    assertThat(identities.of(one).suggestions()).hasSize(1);
    assertThatThrownBy(() -> identities.merge(one, other, "manager", "x"))
        .hasMessageContaining("SIYU-3160");
    assertThatThrownBy(() -> identities.merge(one, one, "manager", "x"))
        .hasMessageContaining("SIYU-3162");
    assertThatThrownBy(() -> identities.merge(one, new CustomerId("C1"), "manager", "x"))
        .hasMessageContaining("SIYU-3163");
  }

  @Test
  void shouldGiveBackWhatAnEarlierMergeHadBroughtAlong() {
    // given X into G, then G into K
    var x = buyers.of(ids("wxstore", "o-7", null));
    paid(x, "wxstore", "7-X", 300, 1);
    var g = buyers.of(ids("youzan", "y-7", "u-7"));
    paid(g, "youzan", "7-G", 500, 2);
    buyers.of(ids("wxstore", "o-7", "u-7"));
    var first = buyers.of(ids("youzan", "y-7", "u-7")).customer();
    var contact = customers.byExternalUserId("wm-7");
    var kept = identities.merge(contact, first, "manager", "knows her");
    assertThat(ordersOf(kept)).hasSize(2);
    // when
    identities.separate(kept, identities.of(kept).merges().getFirst().id(), "manager", "no");
    // then
    assertThat(ordersOf(contact)).isEmpty();
    assertThat(ordersOf(first)).containsExactly("7-G", "7-X");
    assertThat(customers.find(x.customer()).orElseThrow().id()).isEqualTo(first);
    assertThat(customers.find(g.customer()).orElseThrow().id()).isEqualTo(first);
  }

  private static List<String> tags(CustomerId id) {
    return rooms
        .jdbc()
        .sql("SELECT tag FROM customer_tag WHERE customer_id = :id")
        .param("id", id.value())
        .query(String.class)
        .list();
  }

  private static int laidTwice() {
    return rooms
        .jdbc()
        .sql(
            """
            SELECT count(*) FROM (SELECT customer_id, sum(refunded_cents) AS laid FROM paid_order
              GROUP BY customer_id) o
            WHERE laid > coalesce((SELECT sum(amount_cents) FROM refund r
              WHERE r.customer_id = o.customer_id), 0)
            """)
        .query(Integer.class)
        .single();
  }
}
