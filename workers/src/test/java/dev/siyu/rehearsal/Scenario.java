package dev.siyu.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One path through a journey, as kept in {@code processes/<journey>/scenarios}.
 *
 * @param answers per step, what the contact rules answer in turn before they say yes; "admit" and
 *     "review": what the core circle answers in turn
 * @param events what happens, in order
 */
record Scenario(
    String name,
    Start start,
    @Nullable Map<String, List<String>> answers,
    List<Event> events,
    Expected expect) {

  /**
   * Variables of the start message beside the usual ones.
   *
   * @param variables more of them, e.g. of a piece of content; "@P10D": ten days after the start
   * @param paidDaysAgo orders p1, p2 ... of the time before, oldest first
   */
  record Start(
      @Nullable String channel,
      @Nullable String paidBefore,
      @Nullable List<Integer> paidDaysAgo,
      @Nullable Map<String, Object> variables) {}

  /**
   * @param after time that passes first, ISO-8601
   * @param message a message without further effect: customer-replied, coupon-used, customer-left
   * @param variables what the message carries beside its moment
   * @param paid an order that is paid; with {@code silently} no message tells it
   * @param refunded an order that is fully refunded
   * @param says what people say on their tasks, e.g. {@code dept:门店 APPROVE}
   * @param ago how long before it was told the message's event had happened
   */
  record Event(
      @Nullable String after,
      @Nullable String message,
      @Nullable Map<String, Object> variables,
      @Nullable String paid,
      @Nullable String refunded,
      @Nullable Boolean silently,
      @Nullable List<String> says,
      @Nullable String ago) {}

  /**
   * @param visits flow nodes passed, in order; more may lie between
   * @param end the end event reached
   * @param touches steps and how the ledger ended each, all of them, in order
   * @param announced messages to other journeys, with the order they carry
   */
  record Expected(
      List<String> visits,
      @Nullable String end,
      List<String> touches,
      List<String> announced,
      @Nullable String stage,
      @Nullable List<String> tags) {}

  static List<Scenario> of(String journey) {
    var folder = Path.of("..", "processes", journey, "scenarios");
    try (var files = Files.list(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".json"))
          .sorted()
          .map(Scenario::read)
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException("scenarios of " + journey, e);
    }
  }

  private static Scenario read(Path file) {
    return JsonMapper.builder().build().readValue(file.toFile(), Scenario.class);
  }

  @Override
  public String toString() {
    return name;
  }
}
