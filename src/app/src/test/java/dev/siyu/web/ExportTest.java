package dev.siyu.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SiteTest
class ExportTest {

  private static final String POSTED =
      """
      WITH j AS (
        INSERT INTO ledger_journal (key, kind, month, note, hash, actor, posted_at)
        VALUES ('X1', 'FINAL', '2026-08-01', '=HYPERLINK("http://evil","click")', 'h', '@siyu',
          '2026-09-02T00:00:00Z') ON CONFLICT DO NOTHING RETURNING id, month)
      INSERT INTO ledger_entry (journal_id, month, account, department, cents, source, order_id)
      SELECT j.id, j.month, e.account, e.department, e.cents, 'mall', '+X1'
      FROM j JOIN (VALUES ('PROVISIONAL', '私域运营部', -1250), ('FINAL', '私域运营部', 1250),
        ('PROVISIONAL', '导出部', -301), ('FINAL', '导出部', 301))
        AS e (account, department, cents) ON true
      """;
  private static final String LINES = "/api/statements/lines/export?month=2026-08&department=";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void data() {
    jdbc.sql(POSTED).update();
  }

  @Test
  void shouldWriteTextThatBeginsLikeAFormulaHarmlesslyAndNumbersAsNumbers() {
    // given
    var manager = Browser.of(port, "manager");
    // when
    var answer = manager.get("/api/ledger/entries/export?month=2026-08&format=CSV");
    // then
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(answer.body())
        .startsWith("\uFEFF入账时间,")
        .contains(
            "\"'=HYPERLINK(\"\"http://evil\"\",\"\"click\"\")\"", "'+X1", "'@siyu", ",-12.50,")
        .doesNotContain(",=HYP", ",+X1", ",@siyu", "导出部");
  }

  @Test
  void shouldExportAnothersStatementLikeOneWithoutLines() {
    // given
    var other = "%E5%AF%BC%E5%87%BA%E9%83%A8";
    // then
    assertThat(Browser.of(port, "manager").get(LINES + other).body()).doesNotContain("3.01");
    assertThat(Browser.of(port, "auditor").get(LINES + other).body()).contains("3.01");
    assertThat(Browser.of(port, "ops").get(LINES + other).statusCode()).isEqualTo(403);
  }

  @Test
  void shouldWriteAWorkbookThatExcelOpens(@TempDir Path folder) throws IOException {
    // given
    var auditor = Browser.of(port, "auditor");
    var path = LINES + "%E5%AF%BC%E5%87%BA%E9%83%A8&format=XLSX&language=EN";
    var file = folder.resolve("lines.xlsx");
    // when
    try (var body = auditor.open(path).body()) {
      Files.copy(body, file);
    }
    // then
    try (var zip = new ZipFile(file.toFile())) {
      var entry = zip.getEntry("xl/worksheets/sheet1.xml");
      var text = new String(zip.getInputStream(entry).readAllBytes(), UTF_8);
      assertThat(text)
          .contains("Amount (yuan)", "<v>3.01</v>", "=HYPERLINK")
          .doesNotContain("<f>", ">=HYPERLINK");
      assertThat(zip.getEntry("xl/workbook.xml")).isNotNull();
    }
  }

  @Test
  void shouldPrintAStatementWithItsSum() throws IOException {
    // given
    var auditor = Browser.of(port, "auditor");
    var path = LINES + "%E5%AF%BC%E5%87%BA%E9%83%A8&format=PDF";
    // when
    String text;
    try (var body = auditor.open(path).body();
        var pdf = Loader.loadPDF(body.readAllBytes())) {
      text = new PDFTextStripper().getText(pdf);
    }
    // then
    assertThat(text).contains("导出部", "3.01", "=HYPERLINK", "∑ 1");
  }

  @Test
  void shouldSendWhoWantsAWholeBookOnPaperToASpreadsheet() throws IOException {
    // given
    try (var sheet = new PdfSheet(OutputStream::nullOutputStream, "x")) {
      sheet.row(List.of("n"));
      for (int i = 0; i < PdfSheet.MOST; i++) {
        sheet.row(List.of("n"));
      }
      // then
      assertThatThrownBy(() -> sheet.row(List.of("n")))
          .isInstanceOfSatisfying(
              ApiFailure.class,
              failure -> assertThat(failure.problem).isEqualTo(Problem.TOO_LARGE));
    }
  }

  @Test
  void shouldNameTheMonthThatIsMissing() {
    var auditor = Browser.of(port, "auditor");
    assertThat(auditor.get("/api/statements/lines/export?department=x").statusCode())
        .isEqualTo(400);
    assertThat(auditor.get("/api/ledger/entries/export?format=DOC").statusCode()).isEqualTo(400);
  }
}
