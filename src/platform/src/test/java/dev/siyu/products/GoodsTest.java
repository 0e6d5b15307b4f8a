package dev.siyu.products;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.FakeApprovals;
import dev.siyu.TestRooms;
import dev.siyu.approvals.Approvals;
import dev.siyu.calls.CallResult;
import dev.siyu.mall.MallGoods;
import dev.siyu.tasks.Notices;
import dev.siyu.tasks.Team;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GoodsTest {

  /** A mall of two pages. */
  private static final class Shop implements MallGoods {
    final Map<String, Good> first = new java.util.LinkedHashMap<>();
    final Map<String, Good> second = new java.util.LinkedHashMap<>();
    boolean down;

    @Override
    public String source() {
      return "mall";
    }

    @Override
    public CallResult<Page> goods(@Nullable String cursor) {
      if (down && cursor != null) {
        return new CallResult.Retryable<>("HTTP-503", "busy", Duration.ofSeconds(1));
      }
      return cursor == null
          ? new CallResult.Ok<>(new Page(List.copyOf(first.values()), "2"))
          : new CallResult.Ok<>(new Page(List.copyOf(second.values()), null));
    }

    void has(Map<String, Good> page, String code, String sku, long cents, long stock) {
      page.put(sku, new Good("p" + code, sku, code, code, cents, stock, true));
    }
  }

  private final Shop shop = new Shop();
  private final FakeApprovals approvals = new FakeApprovals();
  private final List<String> told = new ArrayList<>();
  private TestRooms rooms;
  private GoodLooks looks;
  private Products products;

  @BeforeEach
  void open() {
    rooms =
        TestRooms.open(
            Map.of("siyu.mode", "sample"),
            context -> {
              context.registerBean(MallGoods.class, () -> shop);
              context.registerBean(Approvals.class, () -> approvals);
              context.registerBean(
                  Notices.class, () -> (key, staff, text) -> told.add(staff + ": " + text));
              context.registerBean(Team.class, () -> new Team(Map.of(), "chen.jing"));
            },
            "products");
    looks = rooms.get(GoodLooks.class);
    products = rooms.get(Products.class);
    shop.has(shop.first, "22961", "s1", 145, 10);
    shop.has(shop.first, "22961", "s2", 155, 5);
    shop.has(shop.second, "22469", "s3", 165, 8);
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  private void look() {
    looks.lookNow("mall");
    looks.runDue(rooms.clock().instant());
    rooms.pass(Duration.ofMinutes(10));
  }

  private String traffic() {
    return products.first(ProductKind.TRAFFIC).map(Product::sku).orElse("none");
  }

  @Test
  void shouldPutPriceAndStockOverAllVariantsBesideTheMatrix() {
    // when
    look();
    // then
    assertThat(looks.bySku().get("22961"))
        .containsExactly(new Goods.InMall("mall", 145, 15, TestRooms.START));
    assertThat(looks.looks())
        .containsExactly(
            new Goods.Look(
                "mall", TestRooms.START, TestRooms.START.plus(Duration.ofHours(2)), 3, null));
    assertThat(traffic()).isEqualTo("22961");
  }

  @Test
  void shouldSkipAndWarnOnceOfATrafficProductThatIsSoldOutUntilItIsBack() {
    // given
    look();
    shop.has(shop.first, "22961", "s1", 145, 0);
    shop.has(shop.first, "22961", "s2", 155, 0);
    // when
    look();
    look();
    // then
    assertThat(traffic()).isEqualTo("22469");
    assertThat(told).containsExactly("chen.jing: 引流品 22961 在所有商城都没有库存，旅程改推同类的下一个产品");
    // when it is back and sold out again
    shop.has(shop.first, "22961", "s1", 145, 3);
    look();
    assertThat(traffic()).isEqualTo("22961");
    shop.has(shop.first, "22961", "s1", 145, 0);
    look();
    assertThat(told).hasSize(2);
  }

  @Test
  void shouldNameNobodyWhenNoneIsLeft() {
    // given
    shop.first.clear();
    shop.second.clear();
    shop.has(shop.first, "22961", "s1", 145, 0);
    shop.has(shop.second, "22469", "s3", 165, 0);
    // when
    look();
    // then
    assertThat(traffic()).isEqualTo("none");
  }

  @Test
  void shouldNotBelieveAnOldZeroNorJudgeWhatNoMallLists() {
    // given
    shop.has(shop.first, "22961", "s1", 145, 0);
    shop.has(shop.first, "22961", "s2", 155, 0);
    look();
    assertThat(traffic()).isEqualTo("22469");
    assertThat(products.first(ProductKind.STAR)).isPresent();
    // when
    rooms.pass(Duration.ofDays(3));
    // then
    assertThat(traffic()).isEqualTo("22961");
  }

  @Test
  void shouldTakeOffSaleWhatAWholeReadingDidNotSeeButNothingWhenItBrokeOff() {
    // given
    look();
    shop.second.clear();
    shop.down = true;
    // when
    look();
    // then
    assertThat(looks.bySku().get("22469")).first().matches(one -> one.stock() == 8);
    assertThat(looks.looks().getFirst().problem()).isEqualTo("HTTP-503 busy");
    // when
    shop.down = false;
    look();
    // then
    assertThat(looks.bySku().get("22469")).first().matches(one -> one.stock() == 0);
  }
}
