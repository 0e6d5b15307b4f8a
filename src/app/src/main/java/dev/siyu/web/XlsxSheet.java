package dev.siyu.web;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** An Excel workbook of one sheet; rows leave the memory while it is written. */
final class XlsxSheet implements Sheet {

  private static final int FLUSH_EVERY = 1_000;

  private final Workbook book;
  private final Worksheet sheet;
  private int rows;

  XlsxSheet(OutputStream out) {
    book = new Workbook(out, "Siyu", "1.0");
    sheet = book.newWorksheet("Siyu");
    sheet.freezePane(0, 1);
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) throws IOException {
    for (int column = 0; column < cells.size(); column++) {
      if (cells.get(column) instanceof BigDecimal number) {
        sheet.value(rows, column, number);
        sheet.style(rows, column).format("#,##0.00").set();
      } else {
        sheet.inlineString(rows, column, Sheet.harmless(cells.get(column)));
      }
    }
    rows++;
    if (rows % FLUSH_EVERY == 0) {
      sheet.flush();
    }
  }

  @Override
  public void close() throws IOException {
    sheet.finish();
    book.finish();
  }
}
