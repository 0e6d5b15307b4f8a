package dev.siyu.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.siyu.simulator.http.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MallTest {

  @Test
  void shouldIssueOneCouponAKey(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      HttpResponse<String> first = issue(bed, "k1", "u1");

      assertThat(first.statusCode()).isEqualTo(201);
      assertThat(first.body()).contains("\"faceCents\":3000");
      assertThat(issue(bed, "k1", "u1").body()).isEqualTo(first.body());
      assertThat(issue(bed, "k1", "u2").statusCode()).isEqualTo(422);
      assertThat(issue(bed, "k2", "u1").body()).isNotEqualTo(first.body());
    }
  }

  @Test
  void shouldWantTheKey(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      assertThat(bed.send(bed.to("/mall/v1/orders")).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void shouldSignWebhooks(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      // when
      bed.told(
          "mall/orders",
          Map.of(
              "orderId", "o1",
              "unionId", "u1",
              "amountCents", 1250,
              "paidAt", "2010-12-01T08:26:00Z"));
      await().until(() -> !bed.app.webhooks.isEmpty());

      // then
      FakeApp.Webhook hook = bed.app.webhooks.getFirst();
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              "sample-mall-webhook-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      String signed = hook.id() + "." + hook.timestamp() + "." + hook.body();
      assertThat(hook.signature())
          .isEqualTo(
              "v1,"
                  + Base64.getEncoder()
                      .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
      assertThat(Json.read(hook.body()).at("/data/paidAt").asString())
          .isEqualTo("2010-12-01T08:26:00Z");
      assertThat(Json.read(hook.body()).path("type").asString()).isEqualTo("order.paid");
    }
  }

  @Test
  void shouldUseACouponOnceWithItsOrder(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      // given
      String code = Json.read(issue(bed, "k1", "u1").body()).path("code").asString();
      var order = Map.of("orderId", "o1", "unionId", "u1", "amountCents", 100, "couponCode", code);

      // when
      assertThat(bed.told("mall/orders", order)).isEqualTo(1);
      assertThat(bed.told("mall/orders", order)).isZero();
      assertThat(bed.told("mall/coupon-uses", Map.of("couponCode", code))).isZero();
      await().until(() -> bed.app.webhooks.size() == 2);

      // then
      assertThat(bed.app.webhooks)
          .extracting(hook -> Json.read(hook.body()).path("type").asString())
          .containsExactly("coupon.used", "order.paid");
    }
  }

  @Test
  void shouldNotUseAnExpiredCoupon(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      issue(bed, "k1", "u1");
      bed.clock(Duration.ofSeconds(3601));

      assertThat(bed.told("mall/coupon-uses", Map.of("unionId", "u1"))).isZero();
    }
  }

  @Test
  void shouldRefundWithAndWithoutAnOrderOnce(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      var refunds =
          List.of(
              Map.of("refundId", "r1", "unionId", "u1", "amountCents", 100, "orderId", "o1"),
              Map.of("refundId", "r2", "unionId", "u1", "amountCents", 50));

      assertThat(bed.told("mall/refunds", refunds)).isEqualTo(2);
      assertThat(bed.told("mall/refunds", refunds)).isZero();
      await().until(() -> bed.app.webhooks.size() == 2);
      assertThat(bed.app.webhooks.getLast().body()).contains("\"orderId\":null");
    }
  }

  private static HttpResponse<String> issue(Bed bed, String key, String union) {
    var body = Map.of("unionId", union, "template", "traffic-30", "validSeconds", 3600);
    return bed.send(
        bed.to("/mall/v1/coupons")
            .header("Authorization", "Bearer sample-mall-api-key")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(Json.write(body))));
  }
}
