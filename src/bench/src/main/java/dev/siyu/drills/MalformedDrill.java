package dev.siyu.drills;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Malformed callbacks against the running product: one answer for all forgeries, no 5xx, no change.
 * Arguments: {@code tries=1000 seed=7 home=<folder>}.
 */
public final class MalformedDrill {

  private MalformedDrill() {}

  public static void main(String[] args) {
    Arguments arguments = Arguments.of(args);
    Path home = arguments.home();
    System.out.printf("seed=%d home=%s%n", arguments.seed(), home);
    boolean fine;
    try (Product product = new Product(home)) {
      product.start();
      Waiting.until(
          "the start is over",
          java.time.Duration.ofMinutes(2),
          () -> product.tables().number("select count(*) from history.process_definition") >= 2);
      fine = Finding.print(attack(product, arguments.number("tries", 1000), arguments.seed()));
    }
    System.exit(fine ? 0 : 1);
  }

  private static List<Finding> attack(Product product, int tries, long seed) {
    Instant now = Instant.parse(product.api().get("/api/clock").path("now").asString(""));
    Map<String, Long> before = businessRows(product);
    Forger forger = new Forger(seed, now.getEpochSecond());
    Http http = new Http(product.webPort());
    Map<String, Long> answers = new TreeMap<>();
    List<String> surprises = new ArrayList<>();
    for (int i = 0; i < tries; i++) {
      Forger.Forged forged = forger.next(i);
      String answer = answer(http, forged);
      answers.merge((forged.tooLarge() ? "10 MB: " : "forged: ") + answer, 1L, Long::sum);
      boolean expected =
          forged.tooLarge()
              ? answer.startsWith("413") || answer.startsWith("connection")
              : answer.startsWith("403");
      if (!expected) {
        surprises.add(i + " " + forged.kind() + ": " + answer);
      }
    }
    answers.forEach((answer, times) -> System.out.println(times + " x " + answer));
    long words = answers.keySet().stream().filter(key -> key.startsWith("forged")).count();
    return List.of(
        Finding.none("403 for every forgery, 413 for every 10 MB, no 5xx", surprises),
        Finding.same("every forgery gets the same answer", 1L, words),
        Finding.sameSets("no row in any business table", before, businessRows(product)),
        Finding.same("the product is up", true, product.api().isUp()));
  }

  /** A server may close the connection of somebody who goes on sending after a 413. */
  private static String answer(Http http, Forger.Forged forged) {
    try {
      HttpResponse<String> answer = http.post(forged.path(), forged.body(), forged.headers());
      return answer.statusCode() + " " + answer.body();
    } catch (UncheckedIOException e) {
      return "connection closed";
    }
  }

  private static Map<String, Long> businessRows(Product product) {
    Map<String, Long> rows = product.tables().counts();
    rows.keySet().removeIf(table -> table.startsWith("history."));
    return rows;
  }
}
