package dev.siyu.bench;

import java.util.List;
import java.util.Locale;

/**
 * What a measured process prints for the one that started it: lines {@code bench <name> <number>};
 * a name may come several times, in order.
 */
record Results(List<String> lines) {

  private static final String MARK = "bench ";

  static void tell(String name, double value) {
    System.out.printf(Locale.ROOT, "%s%s %.4f%n", MARK, name, value);
    System.out.flush();
  }

  List<Double> all(String name) {
    return lines.stream()
        .filter(line -> line.startsWith(MARK + name + " "))
        .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .toList();
  }

  /** The last of that name; NaN when it was never told. */
  double last(String name) {
    var all = all(name);
    return all.isEmpty() ? Double.NaN : all.getLast();
  }

  /** The mean of the last two rounds: warm. */
  double warm() {
    var rounds = all("round");
    return rounds.subList(Math.max(0, rounds.size() - 2), rounds.size()).stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(Double.NaN);
  }
}
