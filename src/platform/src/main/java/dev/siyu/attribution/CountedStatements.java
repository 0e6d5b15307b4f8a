package dev.siyu.attribution;

import dev.siyu.attribution.Settlements.Statement;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Statements with their hashes, counted again only when the month has another last line: lines are
 * appended by one writer after the other and never changed, so the last one stands for all.
 */
@Component
class CountedStatements {

  private record Known(long last, List<Statement> statements) {}

  private final StatementTable table;
  private final Map<YearMonth, Known> known = new ConcurrentHashMap<>();

  CountedStatements(StatementTable table) {
    this.table = table;
  }

  List<Statement> of(YearMonth month) {
    long last = table.lastLine(month);
    var before = known.get(month);
    if (before != null && before.last() == last) {
      return before.statements();
    }
    var counted =
        table.counted(month).statements().stream()
            .map(one -> new Statement(one.department(), one.totalCents(), one.hash()))
            .toList();
    known.put(month, new Known(last, counted));
    return counted;
  }
}
