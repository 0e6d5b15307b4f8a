package dev.siyu.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrafficChecksTest {

  private static final ProductSettings LIMITS = new ProductSettings(2000, 500, 6, 500, 1000, 40);
  private static final Product STAR = product(ProductKind.STAR, 1000, 400, null, null, null, null);

  private static Product product(
      ProductKind kind,
      long price,
      long margin,
      @Nullable Long stock,
      @Nullable Integer buyers,
      @Nullable Integer toStar,
      @Nullable Integer again) {
    return new Product("s", "蛋糕架", kind, 1, price, margin, null, stock, buyers, toStar, again, 6);
  }

  private static Product traffic(long price, long margin, @Nullable Long stock) {
    return product(ProductKind.TRAFFIC, price, margin, stock, 500, 2000, 1000);
  }

  @Test
  void shouldPassAllFiveAtTheirLimits() {
    assertThat(TrafficChecks.of(traffic(400, 0, 500L), STAR, LIMITS))
        .extracting(TrafficCheck::name, TrafficCheck::passed)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("related", true),
            org.assertj.core.groups.Tuple.tuple("broad", true),
            org.assertj.core.groups.Tuple.tuple("sustainable", true),
            org.assertj.core.groups.Tuple.tuple("valuable", true),
            org.assertj.core.groups.Tuple.tuple("cheap", true));
  }

  @Test
  void shouldFailWithoutAStarOrBelowTheShareThatGoesOn() {
    // given
    var weak = product(ProductKind.TRAFFIC, 400, 0, null, 500, 1999, 1000);

    // then
    assertThat(TrafficChecks.related(weak, null, LIMITS).passed()).isFalse();
    assertThat(TrafficChecks.related(weak, STAR, LIMITS))
        .isEqualTo(
            new TrafficCheck(
                "related",
                false,
                "买过它的客户中 20.0% 随后买了蛋糕架（至少 20.0%）",
                "20.0% of its buyers went on to 蛋糕架 (at least 20.0%)"));
  }

  @Test
  void shouldFailWhatFewBuyOrNobodyBuysAgain() {
    // given
    var niche = product(ProductKind.TRAFFIC, 400, 0, null, 499, 2000, 999);

    // then
    assertThat(TrafficChecks.broad(niche, LIMITS).passed()).isFalse();
    assertThat(TrafficChecks.valuable(niche, LIMITS).passed()).isFalse();
  }

  @Test
  void shouldFailWhatCannotBeSuppliedForLong() {
    assertThat(TrafficChecks.sustainable(traffic(400, -1, null), LIMITS).en())
        .isEqualTo("below cost: each sale loses money");
    assertThat(TrafficChecks.sustainable(traffic(400, 0, 499L), LIMITS).passed()).isFalse();
    assertThat(TrafficChecks.sustainable(traffic(400, 0, null), LIMITS).passed()).isTrue();
  }

  @Test
  void shouldFailWhatIsDearBesideItsStar() {
    // when
    var check = TrafficChecks.cheap(traffic(401, 0, null), STAR, LIMITS);

    // then: rounded up, so that 40.1 % is not 40 %
    assertThat(check.passed()).isFalse();
    assertThat(check.zh()).isEqualTo("价格是明星品的 41%（最多 40%）");
  }

  @Test
  void shouldNotPassWhatNobodyMeasured() {
    assertThat(
            TrafficChecks.valuable(
                    product(ProductKind.TRAFFIC, 400, 0, null, null, null, null), LIMITS)
                .zh())
        .isEqualTo("还没有数据");
  }

  @Test
  void shouldRefuseALimitOutOfBounds() {
    assertThatThrownBy(() -> new ProductSettings(2000, 500, 6, 500, 1000, 101))
        .hasMessage("siyu.products.cheap: 101 (expected: 1 to 100)");
  }
}
