package dev.siyu.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.FakeApprovals;
import dev.siyu.TestRooms;
import dev.siyu.approvals.ApprovalEnded;
import dev.siyu.approvals.ApprovalEnded.Ending;
import dev.siyu.approvals.ApprovalKind;
import dev.siyu.approvals.Approvals;
import dev.siyu.products.Products.Wish;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProductsTest {

  private static final Wish WISH = new Wish("采购部", 99, 2_000, "春季活动");
  private final FakeApprovals approvals = new FakeApprovals();
  private TestRooms rooms;
  private Products products;

  @BeforeEach
  void open() {
    rooms =
        TestRooms.open(
            Map.of("siyu.mode", "sample"),
            context -> context.registerBean(Approvals.class, () -> approvals),
            "products");
    products = rooms.get(Products.class);
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  private Products.Entry entry(String sku) {
    return products.matrix().stream()
        .filter(entry -> entry.product().sku().equals(sku))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void shouldNameTheFirstProductOfAKind() {
    assertThat(products.first(ProductKind.STAR).map(Product::name)).hasValue("三层摄政蛋糕架");
    assertThat(products.matrix()).hasSize(6);
    assertThat(entry("22961").checks()).hasSize(5).allMatch(TrafficCheck::passed);
    assertThat(entry("22469").checks())
        .filteredOn(check -> !check.passed())
        .extracting(TrafficCheck::name)
        .containsExactly("cheap");
  }

  @Test
  void shouldGiveTheProductPriceAndStockWhenGranted() {
    // given
    var id = products.ask("22961", WISH, "ops");

    // when
    var asked = approvals.request("product-request:" + id);
    approvals.end(rooms, "product-request:" + id, Ending.APPROVED, "manager");

    // then
    assertThat(asked.departments()).containsExactly("采购部");
    assertThat(asked.amountCents()).isEqualTo(99 * 2_000);
    assertThat(asked.content()).contains("\"stockUnits\":2000");
    assertThat(entry("22961").product().priceCents()).isEqualTo(99);
    assertThat(entry("22961").product().marginCents()).isEqualTo(7 - (145 - 99));
    assertThat(entry("22961").product().stockUnits()).isEqualTo(2_000);
    assertThat(entry("22961").requests())
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.state()).isEqualTo("GRANTED");
              assertThat(request.decidedBy()).isEqualTo("manager");
            });
  }

  @Test
  void shouldChangeNothingWhenRefused() {
    // given
    var id = products.ask("22961", WISH, "ops");

    // when
    approvals.end(rooms, "product-request:" + id, Ending.EXPIRED);

    // then
    assertThat(entry("22961").product().priceCents()).isEqualTo(145);
    assertThat(entry("22961").requests().getFirst().reason()).isEqualTo("到期无人决定");
    assertThat(products.ask("22961", WISH, "ops")).isGreaterThan(id);
  }

  @Test
  void shouldHaveOneOpenRequestDecidedOnceBySomebodyElse() {
    // given
    var id = products.ask("22961", WISH, "ops");
    var subject = "product-request:" + id;
    var ended =
        new ApprovalEnded(
            "A1", ApprovalKind.PRODUCT, subject, "", Ending.APPROVED, List.of("ops"), "");

    // then
    assertRefused("SIYU-4123", () -> products.ask("22961", WISH, "ops"));
    assertRefused("SIYU-4125", () -> rooms.publish(ended));
    approvals.end(rooms, subject, Ending.APPROVED, "manager");
    assertRefused("SIYU-4124", () -> rooms.publish(ended));
    assertRefused("SIYU-4122", () -> products.ask("nothing", WISH, "ops"));
  }

  @Test
  void shouldLeadOnlyToStars() {
    assertRefused(
        "SIYU-4121",
        () ->
            products.put(
                new Product(
                    "x", "x", ProductKind.TRAFFIC, 3, 10, 1, "22457", null, null, null, null, null),
                "ops"));
  }

  private static void assertRefused(String code, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            Products.Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
