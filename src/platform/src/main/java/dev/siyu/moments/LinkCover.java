package dev.siyu.moments;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** The cover WeCom demands for a link (doc 95094): a plain tile, because pieces have none. */
final class LinkCover {

  private static final int SIDE = 300;
  private static final Color LIGHT = new Color(0x3B9C6B);
  private static final Color DARK = new Color(0x17693A);

  private LinkCover() {}

  static byte[] png() {
    var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, LIGHT, SIDE, SIDE, DARK));
    pen.fillRect(0, 0, SIDE, SIDE);
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
