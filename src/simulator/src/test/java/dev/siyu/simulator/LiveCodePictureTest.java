package dev.siyu.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.siyu.simulator.http.Json;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveCodePictureTest {

  @Test
  void shouldServeAPictureThatAPhoneCanRead(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      // given
      var made =
          bed.call(
              "add_contact_way",
              Map.of("type", 1, "scene", 2, "state", "fx-1", "user", List.of("lily")));

      // when
      BufferedImage image = ImageIO.read(URI.create(made.path("qr_code").asString()).toURL());

      // then
      int width = image.getWidth();
      int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
      var seen = new RGBLuminanceSource(width, image.getHeight(), pixels);
      assertThat(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(seen))).getText())
          .endsWith(made.path("config_id").asString());
      assertThat(bed.send(bed.to("/wwopen/qr/nothing")).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void shouldTakeBackACouponOnlyWhileItIsUnused(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      // given
      String unused = coupon(bed, "k1");
      String used = coupon(bed, "k2");
      bed.told("mall/coupon-uses", Map.of("couponCode", used, "unionId", "u-1", "id", "use-1"));

      // then
      assertThat(revoke(bed, unused)).isEqualTo(200);
      assertThat(revoke(bed, unused)).as("repeating does no harm").isEqualTo(200);
      assertThat(revoke(bed, used)).isEqualTo(409);
      assertThat(revoke(bed, "CNOTHING")).isEqualTo(404);
    }
  }

  private static String coupon(Bed bed, String key) {
    var body = "{\"unionId\":\"u-1\",\"template\":\"gift-10\",\"validSeconds\":86400}";
    return Json.read(
            bed.send(
                    mall(bed, "")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body)))
                .body())
        .path("code")
        .asString();
  }

  private static int revoke(Bed bed, String code) {
    return bed.send(mall(bed, "/" + code + "/revoke").POST(BodyPublishers.noBody())).statusCode();
  }

  private static HttpRequest.Builder mall(Bed bed, String path) {
    return bed.to("/mall/v1/coupons" + path).header("Authorization", "Bearer sample-mall-api-key");
  }
}
