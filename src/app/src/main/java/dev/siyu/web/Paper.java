package dev.siyu.web;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

/** Pages of ours as PDF, with a Chinese font of their own called Siyu. */
final class Paper {

  private static final String FONT = "fonts/NotoSansSC-gb2312.ttf";

  static void print(String html, OutputStream out) throws IOException {
    new PdfRendererBuilder()
        .useFont(Paper::font, "Siyu", 400, FontStyle.NORMAL, true)
        .withHtmlContent(html, null)
        .toStream(out)
        .run();
  }

  /** Text that is no markup and has no control characters. */
  static String safe(@Nullable Object text) {
    return HtmlUtils.htmlEscape(
        text == null ? "" : text.toString().replaceAll("\\p{Cntrl}", " "), "UTF-8");
  }

  private static InputStream font() {
    try {
      return new ClassPathResource(FONT).getInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException("not on the class path: " + FONT, e);
    }
  }

  private Paper() {}
}
