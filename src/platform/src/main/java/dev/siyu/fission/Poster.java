package dev.siyu.fission;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** The invitation poster (邀请海报): the inviter's name, the text, the code. A pure function. */
final class Poster {

  private static final int WIDTH = 750;
  private static final int HEIGHT = 1_200;
  private static final int QR = 360;
  private static final int LINE = 22;
  private static final Color TOP = new Color(0x1F7A4D);
  private static final Color BOTTOM = new Color(0x9FD8B8);

  private Poster() {}

  static byte[] png(String name, String campaign, BufferedImage code) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setPaint(new GradientPaint(0, 0, TOP, 0, HEIGHT, BOTTOM));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(Color.WHITE);
    centred(pen, name + " 邀请您", 54, 220);
    centred(pen, campaign, 40, 310);
    int left = (WIDTH - QR) / 2;
    pen.fillRoundRect(left - 30, 480, QR + 60, QR + 60, 24, 24);
    pen.drawImage(code, left, 510, QR, QR, null);
    centred(pen, "长按识别，添加好友", 34, 1_010);
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void centred(Graphics2D pen, String text, int size, int y) {
    var shown = text.length() > LINE ? text.substring(0, LINE) + "…" : text;
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, size));
    pen.drawString(shown, (WIDTH - pen.getFontMetrics().stringWidth(shown)) / 2, y);
  }
}
