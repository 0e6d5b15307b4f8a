package dev.siyu.rehearsalroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
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

  private final ZoneId zone;

  private TouchJournal(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * @param zone the shop's, whose days are counted
   */
  static TouchJournal read(Path file, ZoneId zone) {
    TouchJournal journal = new TouchJournal(zone);
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

  /** Mass-send tasks confirmed, by member and day of the shop. */
  Map<String, Map<String, Integer>> confirmed() {
    return confirmed;
  }

  /** Messages to members (app messages), by member and day of the shop. */
  Map<String, Map<String, Integer>> told() {
    return told;
  }

  /** What each person got, by external user id; in the order of {@link #touches}. */
  Map<String, List<Touched>> byPerson() {
    return touches.stream().collect(Collectors.groupingBy(Touched::person));
  }

  /** When customers wrote, by external user id. */
  Map<String, List<Instant>> replies() {
    return replies;
  }

  String hash() {
    var lines = touches.stream().map(touch -> touch.line() + "\n").collect(Collectors.joining());
    return DigestUtils.sha256Hex(lines);
  }

  private void line(JsonNode line) {
    Instant at = Instant.parse(line.path("at").asString());
    String attached = text(line.path("call").path("keys"), "attached");
    line.path("facts").forEach(fact -> fact(at, fact, attached));
  }

  private void fact(Instant at, JsonNode fact, String attached) {
    String person = text(fact, "externalUserId");
    String staff = text(fact, "staffUserId");
    switch (text(fact, "fact")) {
      case "ContactFact.Added" -> persons.put(text(fact, "unionId"), person);
      case "ContactFact.Replied" ->
          replies.computeIfAbsent(person, who -> new ArrayList<>()).add(at);
      case "TouchFact.TagsCreated" ->
          fact.path("tags").forEach(tag -> tags.put(text(tag, "id"), text(tag, "name")));
      case "TouchFact.TagRenamed" -> tags.put(text(fact, "id"), text(fact, "name"));
      case "TouchFact.Welcomed" -> add(at, person, "welcome", staff, said(fact, attached));
      case "TouchFact.TagsMarked" ->
          add(at, person, "tags", staff, names(fact, "added") + " -" + names(fact, "removed"));
      case "TouchFact.RemarkChanged" -> add(at, person, "remark", staff, text(fact, "remark"));
      case "TouchFact.AppMessageReceived" -> count(told, staff, at);
      case "MassSendFact.Created" -> messages(at, fact, attached);
      case "MassSendFact.Confirmed" -> count(confirmed, staff, at);
      case "PostFact.Created" -> post(at, fact);
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

  /** Text and what is attached to it. */
  private String said(JsonNode fact, String attached) {
    String text = text(fact, "text");
    return withoutCodes(attached.isEmpty() ? text : text + " + " + attached);
  }

  private void post(Instant at, JsonNode fact) {
    String attached = String.join(",", strings(fact, "attachments"));
    String seenBy = String.join(",", names(fact, "tagIds"));
    for (String sender : strings(fact, "senders")) {
      add(at, "", "post", sender, said(fact, attached) + " -> " + seenBy);
    }
  }

  private void messages(Instant at, JsonNode fact, String attached) {
    String text = said(fact, attached);
    String kind = text(fact, "chatType").equals("group") ? "group-post" : "message";
    fact.path("receivers")
        .properties()
        .forEach(
            staff ->
                staff
                    .getValue()
                    .forEach(person -> add(at, person.asString(), kind, staff.getKey(), text)));
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

  private static List<String> strings(JsonNode fact, String field) {
    List<String> all = new ArrayList<>();
    fact.path(field).forEach(one -> all.add(one.asString("")));
    return all;
  }

  private void count(Map<String, Map<String, Integer>> by, String staff, Instant at) {
    by.computeIfAbsent(staff, name -> new TreeMap<>())
        .merge(at.atZone(zone).toLocalDate().toString(), 1, Integer::sum);
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }
}
