package dev.siyu.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Ledger entries and statement lines to take away, within the same sight as on the page. */
@RestController
class ExportController {

  private static final Logger log = LoggerFactory.getLogger(ExportController.class);
  private static final int AT_ONCE = 1_000;

  /** Language of the headings. */
  enum Language {
    ZH,
    EN
  }

  private final LedgerPage ledger;
  private final StatementsPage statements;
  private final Sight sight;
  private final WebSettings.Basics basics;

  ExportController(
      LedgerPage ledger, StatementsPage statements, Sight sight, WebSettings.Basics basics) {
    this.ledger = ledger;
    this.statements = statements;
    this.sight = sight;
    this.basics = basics;
  }

  @GetMapping("/api/ledger/entries/export")
  void entries(
      @RequestParam(required = false) @Nullable YearMonth month,
      @RequestParam(required = false) MoneyController.@Nullable Account account,
      @RequestParam(required = false) @Nullable String department,
      @RequestParam(defaultValue = "CSV") Sheet.Format format,
      @RequestParam(defaultValue = "ZH") Language language,
      Authentication who,
      HttpServletResponse response)
      throws IOException {
    var shown = sight.shown(who, department);
    var wanted = account == null ? null : account.name();
    var name = "ledger" + part(month) + part(shown) + part(wanted);
    write(
        response,
        format,
        language,
        name,
        who,
        cursor -> ledger.entries(month, wanted, shown, cursor, AT_ONCE));
  }

  /** Another department's statement is exported like one without lines. */
  @GetMapping("/api/statements/lines/export")
  void lines(
      @RequestParam YearMonth month,
      @RequestParam String department,
      @RequestParam(defaultValue = "CSV") Sheet.Format format,
      @RequestParam(defaultValue = "ZH") Language language,
      Authentication who,
      HttpServletResponse response)
      throws IOException {
    var shown = sight.shown(who, department);
    var name = "statement" + part(month) + part(shown);
    write(
        response,
        format,
        language,
        name,
        who,
        cursor -> statements.lines(month, String.valueOf(shown), cursor, AT_ONCE));
  }

  private void write(
      HttpServletResponse response,
      Sheet.Format format,
      Language language,
      String name,
      Authentication who,
      Function<@Nullable Long, Rows.Page<LedgerPage.Entry>> pages)
      throws IOException {
    var columns = new EntryColumns(language == Language.EN, basics.zone());
    var page = pages.apply(null);
    int rows = 0;
    try (var sheet = format.to(() -> begun(response, format, name), name)) {
      sheet.row(columns.heads());
      while (true) {
        for (var entry : page.items()) {
          sheet.row(columns.cells(entry));
        }
        rows += page.items().size();
        var next = page.next();
        if (next == null) {
          break;
        }
        page = pages.apply(Long.valueOf(next));
      }
    }
    log.info("{} took {} rows away as {}.{}", who.getName(), rows, name, format.ending);
  }

  private static OutputStream begun(HttpServletResponse response, Sheet.Format format, String name)
      throws IOException {
    var disposition = ContentDisposition.attachment().filename(name + "." + format.ending, UTF_8);
    response.setContentType(format.mime);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.build().toString());
    return response.getOutputStream();
  }

  private static String part(@Nullable Object value) {
    return value == null || value.toString().isEmpty() ? "" : "-" + value;
  }
}
