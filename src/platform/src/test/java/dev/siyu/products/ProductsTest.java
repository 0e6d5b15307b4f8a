package dev.siyu.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.TestRooms;
import dev.siyu.products.Products.Wish;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProductsTest {

  private static final Wish WISH = new Wish("采购部", 99, 2_000, "春季活动");
  private TestRooms rooms;
  private Products products;

  @BeforeEach
  void open() {
    rooms = TestRooms.open(Map.of("siyu.mode", "sample"), context -> {}, "products");
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
    products.decide(id, true, "可以", "manager");

    // then
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
    products.decide(id, false, "没有库存", "manager");

    // then
    assertThat(entry("22961").product().priceCents()).isEqualTo(145);
    assertThat(products.ask("22961", WISH, "ops")).isGreaterThan(id);
  }

  @Test
  void shouldHaveOneOpenRequestDecidedOnceBySomebodyElse() {
    // given
    var id = products.ask("22961", WISH, "ops");

    // then
    assertRefused("SIYU-4123", () -> products.ask("22961", WISH, "ops"));
    assertRefused("SIYU-4125", () -> products.decide(id, true, "自己批", "ops"));
    products.decide(id, true, "可以", "manager");
    assertRefused("SIYU-4124", () -> products.decide(id, false, "反悔", "boss"));
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
