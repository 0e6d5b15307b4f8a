package dev.siyu.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** CSV as RFC 4180 has it. It begins with a byte order mark, or Excel garbles Chinese. */
final class CsvSheet implements Sheet {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CSVPrinter printer;

  CsvSheet(OutputStream out) throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    writer.write(BYTE_ORDER_MARK);
    printer = new CSVPrinter(writer, CSVFormat.RFC4180);
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) throws IOException {
    printer.printRecord(cells.stream().map(CsvSheet::text).toList());
  }

  private static String text(@Nullable Object cell) {
    return cell instanceof BigDecimal number ? number.toPlainString() : Sheet.harmless(cell);
  }

  @Override
  public void close() throws IOException {
    printer.close();
  }
}
