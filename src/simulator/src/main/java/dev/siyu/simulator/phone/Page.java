package dev.siyu.simulator.phone;

import dev.siyu.simulator.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

/** The frame around every page, in Chinese or English. */
record Page(boolean english, String path, ZoneId zone) {

  private static final String STYLE = style();
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  static Page of(Request request, ZoneId zone) {
    String asked = request.query("lang", "");
    String kept = request.cookie("lang");
    return new Page((asked.isEmpty() ? "" + kept : asked).equals("en"), request.path(), zone);
  }

  /** The words in the reader's language. */
  String say(String chinese, String other) {
    return english ? other : chinese;
  }

  String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }

  String html(String title, String body) {
    return """
        <!doctype html><html lang="%s"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <link rel="icon" href="data:,"><title>%s</title><style>%s</style></head><body>
        <nav><a class="brand" href="/">%s</a><span><a href="/phone">%s</a><a href="/faults">%s</a>
        <a class="lang" href="%s?lang=%s">%s</a></span></nav>
        <main>%s</main></body></html>
        """
        .formatted(
            english ? "en" : "zh-CN",
            safe(title),
            STYLE,
            say("Siyu 私域 · 模拟器", "Siyu simulator"),
            say("手机", "Phones"),
            say("故障", "Faults"),
            safe(path),
            english ? "zh" : "en",
            english ? "中文" : "English",
            body);
  }

  /** Text as it may stand in HTML. */
  static String safe(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A name as it may stand in a path. */
  static String inPath(String name) {
    return java.net.URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String style() {
    try (InputStream css =
        Objects.requireNonNull(Page.class.getResourceAsStream("page.css"), "page.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
