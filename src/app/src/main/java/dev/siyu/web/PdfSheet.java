package dev.siyu.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A4 on its side, the numbers added up at the end; held in memory until it is whole. */
final class PdfSheet implements Sheet {

  /** Lines; more are for a spreadsheet. */
  static final int MOST = 3_000;

  private static final String STYLE =
      """
      @page { size: A4 landscape; margin: 14mm 12mm; @bottom-right {
        content: counter(page) ' / ' counter(pages); font: 7pt 'Siyu'; } }
      body { font: 7.5pt 'Siyu'; line-height: 1.1; color: #1d2b27; } h1 { font-size: 13pt; margin: 0 0 3mm; }
      table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; }
      th, td { text-align: left; vertical-align: top; padding: 0.8mm 1.2mm;
        border-bottom: 0.2mm solid #c9d3cf; word-wrap: break-word; }
      th { font-weight: normal; color: #586762; } .n { text-align: right; white-space: nowrap; }
      .sum td { border-top: 0.4mm solid #1d2b27; }
      """;

  private final Opening place;
  private final String title;
  private final StringBuilder rows = new StringBuilder();
  private BigDecimal sum = BigDecimal.ZERO;
  private int columns;
  private int amountAt;
  private int written;

  PdfSheet(Opening place, String title) {
    this.place = place;
    this.title = title;
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) {
    if (columns == 0) {
      columns = cells.size();
      rows.append("<thead><tr>");
      cells.forEach(cell -> rows.append("<th>").append(Paper.safe(cell)).append("</th>"));
      rows.append("</tr></thead><tbody>");
      return;
    }
    if (++written > MOST) {
      throw new ApiFailure(
          Problem.TOO_LARGE, "PDF: more than " + MOST + " lines (expected: XLSX or CSV for them)");
    }
    rows.append("<tr>");
    for (int column = 0; column < columns; column++) {
      var cell = cells.get(column);
      if (cell instanceof BigDecimal number) {
        amountAt = column;
        sum = sum.add(number);
        rows.append("<td class=\"n\">").append(number.toPlainString()).append("</td>");
      } else {
        rows.append("<td>").append(Paper.safe(cell)).append("</td>");
      }
    }
    rows.append("</tr>");
  }

  @Override
  public void close() throws IOException {
    if (written > MOST) {
      return;
    }
    if (written > 0) {
      rows.append("<tr class=\"sum\"><td colspan=\"%d\">∑ %d</td>".formatted(amountAt, written))
          .append("<td class=\"n\">%s</td>".formatted(sum.toPlainString()))
          .append("<td colspan=\"%d\"></td></tr>".formatted(columns - amountAt - 1));
    }
    Paper.print(
        """
        <html><head><meta charset="utf-8"/><title>%s</title><style>%s</style></head><body>
        <h1>%s</h1><table>%s</tbody></table></body></html>
        """
            .formatted(Paper.safe(title), STYLE, Paper.safe(title), rows),
        place.open());
  }
}
