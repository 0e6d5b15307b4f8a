package dev.siyu.selections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.FakeApprovals;
import dev.siyu.TestRooms;
import dev.siyu.approvals.ApprovalEnded.Ending;
import dev.siyu.approvals.Approvals;
import dev.siyu.content.ContentLibrary;
import dev.siyu.drawn.Messages;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.products.Product;
import dev.siyu.products.ProductKind;
import dev.siyu.products.Products;
import dev.siyu.selections.SelectionRefused.Why;
import dev.siyu.selections.Selections.Seen;
import dev.siyu.selections.Selections.Wish;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SelectionsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 12, 10);

  private final FakeApprovals approvals = new FakeApprovals();
  private final List<Announcement> announced = new ArrayList<>();
  private final List<ContentLibrary.Kit> kits = new ArrayList<>();
  private TestRooms rooms;
  private Selections desk;
  private SelectionWork work;
  private Products products;

  @BeforeEach
  void open() {
    rooms =
        TestRooms.open(
            Map.of("siyu.mode", "sample"),
            context -> {
              context.registerBean(Approvals.class, () -> approvals);
              context.registerBean(JourneyMessages.class, () -> announced::addAll);
              context.registerBean(ContentLibrary.class, this::library);
            },
            "selections",
            "products");
    desk = rooms.get(Selections.class);
    work = rooms.get(SelectionWork.class);
    products = rooms.get(Products.class);
    kits.add(new ContentLibrary.Kit("22469", "小号藤编心", List.of()));
    rooms.jdbc().sql("UPDATE product SET stock_units = 2000").update();
    rooms.jdbc().sql("UPDATE product SET price_cents = 110 WHERE sku = '22469'").update();
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  private ContentLibrary library() {
    return (ContentLibrary)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ContentLibrary.class},
            (self, method, arguments) -> List.copyOf(kits));
  }

  private static Wish heart(int rank, @Nullable Long publicPrice) {
    return new Wish("22469", "小号藤编心", ProductKind.TRAFFIC, rank, 1, 1, "85123A", publicPrice);
  }

  private Seen chosen() {
    long round = desk.open("春季", DAY, 8, "ops");
    return desk.put(new Seen(round, 1), heart(1, 165L), "ops");
  }

  private Seen asked() {
    desk.submit(chosen(), "ops");
    work.askSignOff("s1", rooms.clock().instant());
    return new Seen(1, round().revision());
  }

  private Selections.Round round() {
    return desk.find(1).orElseThrow();
  }

  private String firstTraffic() {
    return products.first(ProductKind.TRAFFIC).map(Product::sku).orElseThrow();
  }

  @Test
  void shouldNameTheSignedProductFromItsDayOn() {
    // given
    asked();
    approvals.end(rooms, "selection:1", Ending.APPROVED, "manager");
    assertThat(firstTraffic()).as("before its day").isEqualTo("22961");

    // when
    boolean applied = work.apply("s1", rooms.clock().instant());
    boolean again = work.apply("s1", rooms.clock().instant());

    // then
    assertThat(List.of(applied, again)).containsExactly(true, true);
    assertThat(firstTraffic()).isEqualTo("22469");
    assertThat(products.find("22961").orElseThrow().rank()).as("the others follow").isEqualTo(2);
    assertThat(round().state()).isEqualTo(RoundState.IN_EFFECT);
    assertThat(announced.getFirst().variables())
        .containsEntry("effectiveAt", "2026-12-09T16:00:00Z")
        .containsEntry("reviewAt", "2027-02-03T16:00:00Z");
  }

  @Test
  void shouldLeaveTheMatrixWhenThePriceChangedAfterTheSignature() {
    // given
    asked();
    approvals.end(rooms, "selection:1", Ending.APPROVED, "manager");
    rooms.jdbc().sql("UPDATE product SET price_cents = 111 WHERE sku = '22469'").update();

    // when
    boolean applied = work.apply("s1", rooms.clock().instant());

    // then
    assertThat(applied).isFalse();
    assertThat(firstTraffic()).isEqualTo("22961");
    assertThat(round().state()).isEqualTo(RoundState.NOT_APPLIED);
  }

  @Test
  void shouldRefuseWhatCostsTheSameOnPublicChannels() {
    // given
    long round = desk.open("春季", DAY, 8, "ops");
    var seen = desk.put(new Seen(round, 1), heart(1, 110L), "ops");

    // then
    assertFailed(seen, "price");
  }

  @Test
  void shouldRefuseWithoutKitStockOrTrafficProduct() {
    // given
    kits.clear();
    rooms.jdbc().sql("UPDATE product SET stock_units = 499").update();
    var seen = chosen();

    // then
    assertFailed(seen, "supply", "kit", "sustainable");
    assertFailed(desk.drop(seen, "22469", "ops"), "traffic");
  }

  private void assertFailed(Seen seen, String... names) {
    assertThatThrownBy(() -> desk.submit(seen, "ops"))
        .isInstanceOfSatisfying(
            SelectionRefused.class,
            refused -> {
              assertThat(refused.why()).isEqualTo(Why.CHECKS);
              assertThat(refused.failed())
                  .extracting(Selections.Check::name)
                  .containsExactly(names);
            });
    assertThat(round().state()).isEqualTo(RoundState.CHOOSING);
  }

  @Test
  void shouldNotGiveJourneysAProductThatIsOnlyProposed() {
    // given
    long round = desk.open("春季", DAY, 8, "ops");

    // when
    desk.put(
        new Seen(round, 1),
        new Wish("NEW1", "新品", ProductKind.NOBLE, 1, 9_900, 5_000, null, null),
        "ops");

    // then
    assertThat(products.first(ProductKind.NOBLE).map(Product::sku)).hasValue("22502");
    assertThat(products.matrix()).hasSize(6);
    assertThat(products.ask("NEW1", new Products.Wish("采购部", 8_800, 900, "首批"), "ops"))
        .as("price and stock can be asked for")
        .isPositive();
  }

  @Test
  void shouldTakeTheRequestBackWhenSomebodyChangesTheSelection() {
    // given
    var seen = asked();

    // when
    desk.put(seen, heart(2, 165L), "ops");

    // then
    assertThat(round().state()).isEqualTo(RoundState.CHOOSING);
    assertThat(approvals.withdrawn).containsExactly("selection:1");
    assertThat(announced.getLast().variables()).containsEntry("decision", "WITHDRAWN");
    assertRefused(Why.CHANGED, () -> desk.submit(seen, "ops"));
  }

  @Test
  void shouldCountWhatTheSelectionAchievedAndReplaceWhatPeopleSay() {
    // given
    asked();
    approvals.end(rooms, "selection:1", Ending.APPROVED, "manager");
    work.apply("s1", rooms.clock().instant());
    rooms.pass(Duration.ofDays(56));
    sell();

    // when
    work.review("s1", rooms.clock().instant());
    var result = round().candidates().getFirst().result();
    desk.review(new Seen(1, round().revision()), Map.of("22469", false), "不够", "ops");
    var next = work.openNext("s1", rooms.clock().instant());

    // then: three bought it since, two as their first order, one went on to the star
    assertThat(result).isEqualTo(new Selections.Result(2, 3, 5, 3_333, 550, 5 * 8, null));
    assertThat(announced.stream().map(Announcement::name))
        .endsWith(Messages.SELECTION_REVIEWED, Messages.SELECTION_OPENED);
    assertThat(next).isEqualTo("s2");
    assertThat(desk.find(2).orElseThrow().candidates()).as("nothing was kept").isEmpty();
  }

  private void sell() {
    rooms
        .jdbc()
        .sql(
            """
            INSERT INTO customer (id, name, stage, zone, created_at)
            SELECT 'C' || n, '', 'SEED', 'Asia/Shanghai', '2026-11-01T00:00:00Z'
              FROM generate_series(90001, 90004) n;
            INSERT INTO paid_order (source, order_id, customer_id, amount_cents, line_count, paid_at,
              refunded_cents) VALUES
              ('m', '1', 'C90001', 110, 1, '2027-01-02T00:00:00Z', 0),
              ('m', '2', 'C90002', 330, 1, '2027-01-03T00:00:00Z', 0),
              ('m', '3', 'C90003', 500, 1, '2026-11-20T00:00:00Z', 0),
              ('m', '4', 'C90003', 110, 1, '2027-01-04T00:00:00Z', 0),
              ('m', '5', 'C90001', 295, 1, '2027-01-05T00:00:00Z', 0),
              ('m', '6', 'C90004', 110, 1, '2027-01-06T00:00:00Z', 110);
            INSERT INTO order_line (source, order_id, line_no, sku_id, quantity, paid_cents,
              after_sale_done) VALUES
              ('m', '1', 1, '22469', 1, 110, 0), ('m', '2', 1, '22469', 4, 440, 1),
              ('m', '3', 1, 'X', 1, 500, 0), ('m', '4', 1, '22469', 1, 110, 0),
              ('m', '5', 1, '85123A', 1, 295, 0), ('m', '6', 1, '22469', 1, 110, 0);
            """)
        .update();
  }

  @Test
  void shouldRefuseASecondRoundAndADayThatHasCome() {
    chosen();
    assertRefused(Why.OPEN_ALREADY, () -> desk.open("夏季", DAY, 8, "ops"));
    assertRefused(Why.BAD_INPUT, () -> desk.open("夏季", LocalDate.of(2026, 12, 1), 8, "ops"));
    assertRefused(Why.UNKNOWN, () -> desk.submit(new Seen(9, 1), "ops"));
  }

  private static void assertRefused(Why why, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            SelectionRefused.class, refused -> assertThat(refused.why()).isEqualTo(why));
  }
}
