package dev.siyu.mall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.SimulatedMalls;
import dev.siyu.calls.CallResult;
import dev.siyu.mall.MallGoods.Good;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedGoodsTest {

  @Test
  void shouldReadWhatTheGenericMallSellsPageByPage(@TempDir Path data) throws Exception {
    try (var malls = new SimulatedMalls(data)) {
      // given more than a page
      for (int n = 0; n < 101; n++) {
        malls.tell(
            "mall/goods",
            "{\"code\":\"c%d\",\"title\":\"商品\",\"priceCents\":145,\"stock\":%d,\"onSale\":%s}"
                .formatted(n, n, n != 5));
      }
      var mall =
          new HttpMall(
              new MallSettings(
                  malls.url(),
                  "sample-mall-api-key",
                  "secret",
                  Duration.ofSeconds(2),
                  Duration.ofSeconds(5)),
              Clock.systemUTC());
      // when
      var goods = new ArrayList<Good>();
      @Nullable String cursor = null;
      do {
        var page = ((CallResult.Ok<MallGoods.Page>) mall.goods(cursor)).value();
        goods.addAll(page.goods());
        cursor = page.next();
      } while (cursor != null);
      // then
      assertThat(goods).hasSize(101);
      assertThat(goods.get(5)).isEqualTo(new Good("p-c5", "s-c5", "c5", "商品", 145, 5, false));
      // when a stock changes
      malls.tell("mall/goods", "{\"code\":\"c7\",\"priceCents\":199,\"stock\":0}");
      // then
      var page = ((CallResult.Ok<MallGoods.Page>) mall.goods(null)).value();
      assertThat(page.goods()).contains(new Good("p-c7", "s-c7", "c7", "c7", 199, 0, true));
    }
  }
}
