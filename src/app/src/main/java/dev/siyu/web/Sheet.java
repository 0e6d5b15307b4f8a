package dev.siyu.web;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that is written row by row to somebody's spreadsheet, or to paper. */
interface Sheet extends Closeable {

  /** Where it goes; once opened, the answer has begun. */
  interface Opening {
    OutputStream open() throws IOException;
  }

  /** What it is saved as. */
  enum Format {
    CSV("csv", "text/csv;charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PDF("pdf", "application/pdf");

    final String ending;
    final String mime;

    Format(String ending, String mime) {
      this.ending = ending;
      this.mime = mime;
    }

    /** Paper is opened when it is whole: until then it may be refused. */
    Sheet to(Opening place, String title) throws IOException {
      return switch (this) {
        case CSV -> new CsvSheet(place.open());
        case XLSX -> new XlsxSheet(place.open());
        case PDF -> new PdfSheet(place, title);
      };
    }
  }

  /** Numbers stay numbers; everything else is written as harmless text. */
  void row(List<? extends @Nullable Object> cells) throws IOException;

  /**
   * Text that no spreadsheet takes for a formula (OWASP: CSV Injection): what begins with one of
   * the signs that begin formulas gets an apostrophe before it.
   */
  static String harmless(@Nullable Object cell) {
    var text = cell == null ? "" : cell.toString();
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
