package dev.siyu.rehearsalroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads from the outside's own journal who was touched when with what. Nothing of it comes from us;
 * ids that chance has made (tags, coupon codes, messages) are replaced by what they stand for.
 */
final class TouchJournal {

  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{6,}");

  private final List<Touched> touches = new ArrayList<>();
  private final Map<String, String> persons = new HashMap<>();
  private final Map<String, String> tags = new HashMap<>();
  private final Map<String, String> coupons = new HashMap<>();
  private final Map<String, Map<String, Integer>> confirmed = new TreeMap<>();
  private final Map<String, Map<String, Integer>> told = new TreeMap<>();
  private final Map<String, List<Instant>> replies = new HashMap<>();

  private TouchJournal() {}

  static TouchJournal read(Path file) {
    TouchJournal journal = new TouchJournal();
    try (Stream<String> lines = Files.lines(file)) {
      lines
          .filter(line -> line.contains("\"facts\":["))
          .map(JsonMapper.shared()::readTree)
          .forEach(journal::line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    journal.touches.sort(null);
    return journal;
  }

  /** By time, then by who and what: the order within a moment is no order. */
  List<Touched> touches() {
    return touches;
  }

  /** Mass-send tasks confirmed, by member and day (UTC). */
  Map<String, Map<String, Integer>> confirmed() {
    return confirmed;
  }

  /** Messages to members (app messages), by member and day (UTC). */
  Map<String, Map<String, Integer>> told() {
    return told;
  }

  /** When customers wrote, by external user id. */
  Map<String, List<Instant>> replies() {
    return replies;
  }

  String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      touches.forEach(
          touch -> digest.update((touch.line() + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private void line(JsonNode line) {
    Instant at = Instant.parse(line.path("at").asString());
    line.path("facts").forEach(fact -> fact(at, fact));
  }

  private void fact(Instant at, JsonNode fact) {
    String person = text(fact, "externalUserId");
    String staff = text(fact, "staffUserId");
    switch (text(fact, "fact")) {
      case "ContactFact.Added" -> persons.put(text(fact, "unionId"), person);
      case "ContactFact.Replied" ->
          replies.computeIfAbsent(person, who -> new ArrayList<>()).add(at);
      case "TouchFact.TagsCreated" ->
          fact.path("tags").forEach(tag -> tags.put(text(tag, "id"), text(tag, "name")));
      case "TouchFact.TagRenamed" -> tags.put(text(fact, "id"), text(fact, "name"));
      case "TouchFact.Welcomed" -> add(at, person, "welcome", staff, text(fact, "text"));
      case "TouchFact.TagsMarked" ->
          add(at, person, "tags", staff, names(fact, "added") + " -" + names(fact, "removed"));
      case "TouchFact.RemarkChanged" -> add(at, person, "remark", staff, text(fact, "remark"));
      case "TouchFact.AppMessageReceived" -> count(told, staff, at);
      case "MassSendFact.Created" -> messages(at, fact);
      case "MassSendFact.Confirmed" -> count(confirmed, staff, at);
      case "PostFact.Created" -> add(at, "", "post", "", text(fact, "text"));
      case "MallFact.CouponIssued" -> coupon(at, fact);
      default -> {
        // what the outside itself did
      }
    }
  }

  private void coupon(Instant at, JsonNode fact) {
    String what = text(fact, "template") + " " + fact.path("faceCents").asLong();
    coupons.put(text(fact, "code"), what);
    String union = text(fact, "unionId");
    add(at, persons.getOrDefault(union, union), "coupon", "", what);
  }

  /** Says which coupon a text brings instead of its code. */
  private String withoutCodes(String text) {
    return CODE.matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(coupons.getOrDefault(found.group(), found.group())));
  }

  private void messages(Instant at, JsonNode fact) {
    String text = withoutCodes(text(fact, "text"));
    fact.path("receivers")
        .properties()
        .forEach(
            staff ->
                staff
                    .getValue()
                    .forEach(
                        person -> add(at, person.asString(), "message", staff.getKey(), text)));
  }

  private void add(Instant at, String person, String kind, String staff, String content) {
    touches.add(new Touched(at, person, kind, staff, content));
  }

  private List<String> names(JsonNode fact, String field) {
    List<String> names = new ArrayList<>();
    fact.path(field).forEach(id -> names.add(tags.getOrDefault(id.asString(), id.asString())));
    names.sort(null);
    return names;
  }

  private static void count(Map<String, Map<String, Integer>> by, String staff, Instant at) {
    by.computeIfAbsent(staff, name -> new TreeMap<>())
        .merge(at.toString().substring(0, 10), 1, Integer::sum);
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }
}
