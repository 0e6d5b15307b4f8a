package dev.siyu.fission;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PosterTest {

  private static final String CODE = "https://u.wechat.com/simulated/abc";

  private static BufferedImage picture() throws Exception {
    var bits = new QRCodeWriter().encode(CODE, BarcodeFormat.QR_CODE, 400, 400);
    var image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 400; x++) {
      for (int y = 0; y < 400; y++) {
        image.setRGB(x, y, bits.get(x, y) ? 0 : 0xFFFFFF);
      }
    }
    return image;
  }

  @Test
  void shouldCarryACodeThatAPhoneCanRead() throws Exception {
    // when
    var png = Poster.png("小明", "新人有礼", picture());
    // then
    var poster = ImageIO.read(new ByteArrayInputStream(png));
    int width = poster.getWidth();
    int height = poster.getHeight();
    var pixels = poster.getRGB(0, 0, width, height, null, 0, width);
    var seen = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
    assertThat(new QRCodeReader().decode(seen).getText()).isEqualTo(CODE);
    assertThat(png.length).as("WeCom takes 10 MB").isLessThan(500_000);
  }
}
