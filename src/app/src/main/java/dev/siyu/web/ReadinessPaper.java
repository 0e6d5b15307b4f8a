package dev.siyu.web;

import static dev.siyu.web.Paper.safe;

import dev.siyu.readiness.Figures;
import dev.siyu.readiness.Quadrant;
import dev.siyu.readiness.Question;
import dev.siyu.readiness.Section;
import dev.siyu.readiness.Sheet;
import dev.siyu.readiness.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The result of a readiness check as a sheet of paper: PDF, A4, with its own Chinese font. */
@Component
class ReadinessPaper {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final String STYLE =
      """
      @page { size: A4; margin: 18mm 16mm; @bottom-right { content: counter(page) ' / ' counter(pages);
        font: 8pt 'Siyu'; } }
      body { font: 9.5pt 'Siyu'; line-height: 1.45; color: #1d2b27; }
      h1 { font-size: 16pt; margin: 0 0 2mm; } h2 { font-size: 11.5pt; margin: 6mm 0 2mm; }
      table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; }
      th, td { text-align: left; vertical-align: top; padding: 1.2mm 2mm; border-bottom: 0.2mm solid #c9d3cf; }
      th { font-weight: normal; color: #586762; } .n { text-align: right; white-space: nowrap; }
      .verdict { font-size: 13pt; padding: 3mm; border: 0.4mm solid #0c7c62; }
      .soft { color: #586762; } .sign td { height: 16mm; width: 33%; border: 0.2mm solid #c9d3cf; }
      """;

  private final ZoneId zone;

  ReadinessPaper(@Value("${siyu.zone:Asia/Shanghai}") ZoneId zone) {
    this.zone = zone;
  }

  byte[] pdf(Sheet sheet, boolean english) {
    var out = new ByteArrayOutputStream();
    try {
      Paper.print(new Page(sheet, english).html(), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** One sheet in one language. */
  private final class Page {

    private final Sheet sheet;
    private final boolean english;

    Page(Sheet sheet, boolean english) {
      this.sheet = sheet;
      this.english = english;
    }

    String html() {
      return """
          <html><head><meta charset="utf-8"/><title>%s</title><style>%s</style></head><body>
          <h1>%s</h1><p class="soft">%s</p>%s%s%s%s%s</body></html>
          """
          .formatted(
              safe(sheet.programme()),
              STYLE,
              safe(say("启动评估：", "Readiness check: ") + sheet.programme()),
              safe(
                  say("第 %d 版 · %s 于 %s 发起", "Version %d · opened by %s, %s")
                      .formatted(sheet.version(), sheet.openedBy(), at(sheet.openedAt()))),
              verdict(),
              figures(),
              sections(),
              gaps(),
              signatures());
    }

    private String verdict() {
      var conclusion = sheet.conclusion();
      return conclusion == null
          ? "<p class=\"verdict\">%s</p>".formatted(say("还没有结论", "No conclusion yet"))
          : "<p class=\"verdict\">%s<br/><span class=\"soft\">%s</span></p>"
              .formatted(safe(name(conclusion.verdict())), safe(conclusion.reason()));
    }

    private String figures() {
      Figures seen = sheet.figures();
      var conclusion = sheet.conclusion();
      return """
          <h2>%s</h2><table><tr><th>%s</th><td>%s</td></tr><tr><th>%s</th><td>%s%s</td></tr>
          <tr><th>%s</th><td>%s</td></tr><tr><th>%s</th><td>%s</td></tr></table>
          """
          .formatted(
              say("频次 × 毛利", "Frequency x margin"),
              say("象限", "Quadrant"),
              conclusion == null ? "–" : safe(name(conclusion.quadrant())),
              say("每位买家每年下单", "Orders per buyer and year"),
              hundredths(seen.frequency()),
              seen.estimated()
                  ? safe(" " + say("估计：", "estimate: ") + sheet.estimate().source())
                  : "",
              say("毛利率", "Gross margin"),
              seen.marginBp() == null ? "–" : hundredths(seen.marginBp()) + " %",
              say("依据", "Based on"),
              safe(
                  say("%d 天、%d 单、%d 位买家", "%d days, %d orders, %d buyers")
                      .formatted(seen.days(), seen.orders(), seen.buyers())));
    }

    private String sections() {
      var rows =
          java.util.Arrays.stream(Section.values())
              .map(this::section)
              .collect(Collectors.joining());
      return "<h2>%s</h2><table>%s</table>"
          .formatted(say("四项资源与五力", "Four resources and five forces"), rows);
    }

    private String section(Section section) {
      var conclusion = sheet.conclusion();
      var score =
          conclusion == null ? "–" : conclusion.scores().bySection().get(section) + " / 100";
      return "<tr><th>%s</th><td></td><td class=\"n\">%s</td></tr>"
              .formatted(english ? section.en() : section.zh(), score)
          + Question.ALL.stream()
              .filter(one -> one.section() == section)
              .map(this::answer)
              .collect(Collectors.joining());
    }

    private String answer(Question question) {
      var said = sheet.answers().get(question.id());
      return "<tr><td>%s</td><td>%s</td><td class=\"n\">%s</td></tr>"
          .formatted(
              safe(english ? question.en() : question.zh()),
              said == null ? "–" : safe(said.evidence()),
              said == null ? "–" : said.score() + " / " + Question.BEST);
    }

    private String gaps() {
      if (sheet.gaps().isEmpty()) {
        return "";
      }
      var rows =
          sheet.gaps().stream()
              .map(
                  gap ->
                      "<tr><td>%s</td><td>%s</td><td>%s</td><td class=\"n\">%s</td></tr>"
                          .formatted(
                              english ? gap.section().en() : gap.section().zh(),
                              safe(gap.title()),
                              safe(gap.owner()),
                              gap.due()))
              .collect(Collectors.joining());
      return "<h2>%s</h2><table>%s</table>".formatted(say("短板与期限", "Gaps and dates"), rows);
    }

    private String signatures() {
      var decision = sheet.decision();
      var said =
          decision == null
              ? say("尚未签批", "Not signed yet")
              : "%s · %s · %s %s"
                  .formatted(
                      decision.ending(),
                      String.join(", ", decision.deciders()),
                      at(decision.at()),
                      decision.reason());
      return """
          <h2>%s</h2><p>%s</p><table class="sign"><tr><td>%s</td><td>%s</td><td>%s</td></tr></table>
          """
          .formatted(
              say("签批", "Sign-off"),
              safe(said),
              say("部门", "Departments"),
              say("一把手", "Boss"),
              say("日期", "Date"));
    }

    private String name(State verdict) {
      return switch (verdict) {
        case GO -> say("做", "Do it");
        case CONDITIONS -> say("有条件地做", "Do it, with conditions");
        case STOP -> say("不做", "Don't");
        case FILLING, FILLED, ASKED, REJECTED, EXPIRED, NOT_FILLED, WITHDRAWN -> verdict.name();
      };
    }

    private String name(Quadrant quadrant) {
      return switch (quadrant) {
        case HIGH_HIGH -> say("高频高毛利", "often, high margin");
        case LOW_FREQUENCY_HIGH_MARGIN -> say("低频高毛利", "seldom, high margin");
        case HIGH_FREQUENCY_LOW_MARGIN -> say("高频低毛利", "often, low margin");
        case LOW_LOW -> say("低频低毛利", "seldom, low margin");
      };
    }

    private String say(String zh, String en) {
      return english ? en : zh;
    }
  }

  private String at(Instant moment) {
    return MINUTE.format(moment.atZone(zone));
  }

  private static String hundredths(@Nullable Integer value) {
    return value == null ? "–" : String.format(Locale.ROOT, "%.2f", value / 100.0);
  }
}
