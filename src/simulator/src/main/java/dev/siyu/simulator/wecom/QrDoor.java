package dev.siyu.simulator.wecom;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import dev.siyu.simulator.http.Answer;
import dev.siyu.simulator.http.Request;
import dev.siyu.simulator.journal.Journal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** Pictures of live codes: what the real qr_code addresses serve. */
public final class QrDoor {

  private static final int SIDE = 400;
  private static final int WHITE = 0xFFFFFF;

  private final Journal journal;
  private final Ways ways;

  QrDoor(Journal journal, Ways ways) {
    this.journal = journal;
    this.ways = ways;
  }

  public Answer answer(Request request) {
    String config = request.tail();
    if (!journal.read(() -> ways.has(config))) {
      return Answer.error(404, "no such live code: " + config);
    }
    try {
      return new Answer.Full(200, Map.of("Content-Type", "image/png"), png(config));
    } catch (WriterException | IOException e) {
      return Answer.error(500, e.toString());
    }
  }

  private static byte[] png(String config) throws WriterException, IOException {
    BitMatrix bits =
        new QRCodeWriter()
            .encode("https://u.wechat.com/simulated/" + config, BarcodeFormat.QR_CODE, SIDE, SIDE);
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < SIDE; x++) {
      for (int y = 0; y < SIDE; y++) {
        image.setRGB(x, y, bits.get(x, y) ? 0 : WHITE);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }
}
