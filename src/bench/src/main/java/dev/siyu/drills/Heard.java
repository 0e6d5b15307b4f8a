package dev.siyu.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What WeCom and the mall noted in their own log, in its order: nothing of it comes from us. */
sealed interface Heard {

  /** External user id. */
  String person();

  Instant at();

  record Added(String person, Instant at) implements Heard {}

  record Left(String person, Instant at) implements Heard {}

  /**
   * @param at when it was told
   * @param country as the mall knows it
   */
  record Paid(String person, Instant at, Instant paidAt, long cents, String country)
      implements Heard {}

  record Refunded(String person, Instant at, long cents) implements Heard {}

  /** A mass send was created for one receiver. */
  record Message(String person, Instant at, String staff, String text) implements Heard {}

  record Coupon(String person, Instant at, String template) implements Heard {}

  /** {@code age} of its code in milliseconds. */
  record Welcome(String person, Instant at, String code, long age) implements Heard {}

  record Tagged(String person, Instant at) implements Heard {}

  /** Reads a journal; happenings with persons the log does not know as contacts are left out. */
  static List<Heard> in(Path journal) {
    try (Stream<String> lines = Files.lines(journal)) {
      return of(lines.map(JsonMapper.shared()::readTree));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Heard> of(Stream<JsonNode> lines) {
    Map<String, String> contacts = new HashMap<>();
    List<Heard> all = new ArrayList<>();
    lines.forEach(
        line -> {
          Instant at = Instant.parse(line.path("at").asString());
          line.path("facts").forEach(fact -> all.addAll(fact(fact, at, contacts)));
          all.addAll(call(line.path("call"), at));
        });
    return all.stream().filter(heard -> !heard.person().isEmpty()).toList();
  }

  private static List<Heard> fact(JsonNode fact, Instant at, Map<String, String> contacts) {
    String person = fact.path("externalUserId").asString("");
    String buyer = contacts.getOrDefault(fact.path("unionId").asString(""), "");
    return switch (fact.path("fact").asString("")) {
      case "ContactFact.Added" -> {
        contacts.put(fact.path("unionId").asString(""), person);
        yield List.of(new Added(person, at));
      }
      case "ContactFact.Left" -> List.of(new Left(person, at));
      case "MallFact.OrderPaid" -> List.of(paid(fact, at, buyer));
      case "MallFact.OrderRefunded" ->
          List.of(new Refunded(buyer, at, fact.path("amountCents").asLong(0)));
      case "MallFact.CouponIssued" ->
          List.of(new Coupon(buyer, at, fact.path("template").asString("")));
      case "MassSendFact.Created" -> messages(fact, at);
      default -> List.of();
    };
  }

  private static Paid paid(JsonNode fact, Instant at, String buyer) {
    return new Paid(
        buyer,
        at,
        Instant.parse(fact.path("paidAt").asString(at.toString())),
        fact.path("amountCents").asLong(0),
        fact.path("country").asString(""));
  }

  private static List<Heard> messages(JsonNode fact, Instant at) {
    List<Heard> all = new ArrayList<>();
    String text = fact.path("text").asString("");
    fact.path("receivers")
        .properties()
        .forEach(
            staff ->
                staff
                    .getValue()
                    .forEach(to -> all.add(new Message(to.asString(), at, staff.getKey(), text))));
    return all;
  }

  /** Calls that leave no fact of their own with all we ask for. */
  private static List<Heard> call(JsonNode call, Instant at) {
    JsonNode keys = call.path("keys");
    if (call.path("code").asInt(-1) != 0) {
      return List.of();
    }
    return switch (call.path("kind").asString("")) {
      case "send_welcome_msg" ->
          List.of(
              new Welcome(
                  keys.path("externalUserId").asString(""),
                  at,
                  keys.path("welcomeCode").asString(""),
                  keys.path("ageMillis").asLong(0)));
      case "mark_tag" ->
          Arrays.stream(keys.path("externalUserId").asString("").split(","))
              .<Heard>map(person -> new Tagged(person, at))
              .toList();
      default -> List.of();
    };
  }
}
