package dev.siyu.rehearsalroom;

import dev.siyu.groups.GroupCaps;
import dev.siyu.touchpoints.ContactCaps;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * The most a customer or a group got against what the rules of this installation allow, from the
 * outside's journal alone.
 */
record Caps(ContactCaps contacts, GroupCaps groups, ZoneId zone) {

  /**
   * One rule.
   *
   * @param allowed where the most was reached: a month allows as much as it has days
   * @param most the highest count anybody reached
   * @param over how often it was above {@code allowed}
   */
  record Cap(String rule, int allowed, int most, int over) {}

  private record Span(String who, YearMonth month, int day) {}

  /** Shows what a long month allows when nobody got anything. */
  private static final Span NOBODY = new Span("", YearMonth.of(2026, 12), 0);

  List<Cap> of(List<Touched> touches) {
    List<Touched> messages = touches.stream().filter(Touched::isMessage).toList();
    Predicate<Touched> coupons = touch -> touch.kind().equals("coupon");
    List<Touched> given = touches.stream().filter(coupons).toList();
    List<Cap> caps = new ArrayList<>();
    caps.add(window("messages24h", messages, Duration.ofDays(1), contacts.messagesPerDay()));
    caps.add(window("messages7d", messages, Duration.ofDays(7), contacts.messagesPerWeek()));
    caps.add(window("coupons24h", given, Duration.ofDays(1), contacts.couponsPerDay()));
    caps.add(window("coupons7d", given, Duration.ofDays(7), contacts.couponsPerWeek()));
    caps.add(
        counted(
            "memberDay",
            messages.stream().map(touch -> day(touch, touch.person() + " " + touch.staff())),
            span -> contacts.memberPerDay()));
    caps.add(
        counted("month", messages.stream().map(this::month), span -> contacts.in(span.month())));
    List<Touched> posts = touches.stream().filter(Touched::isGroupPost).toList();
    if (!posts.isEmpty()) {
      caps.add(
          counted(
              "groupDay",
              posts.stream().map(touch -> day(touch, touch.person())),
              span -> groups.perDay()));
      caps.add(
          counted("groupMonth", posts.stream().map(this::month), span -> groups.in(span.month())));
    }
    return caps;
  }

  private Span day(Touched touch, String who) {
    var at = touch.at().atZone(zone);
    return new Span(who, YearMonth.from(at), at.getDayOfMonth());
  }

  private Span month(Touched touch) {
    return new Span(touch.person(), YearMonth.from(touch.at().atZone(zone)), 0);
  }

  private static Cap window(String rule, List<Touched> touches, Duration window, int allowed) {
    Map<String, Deque<Touched>> recent = new HashMap<>();
    int most = 0;
    int over = 0;
    for (Touched touch : touches) {
      Deque<Touched> own = recent.computeIfAbsent(touch.person(), who -> new ArrayDeque<>());
      while (!own.isEmpty() && !own.peek().at().isAfter(touch.at().minus(window))) {
        own.poll();
      }
      own.add(touch);
      most = Math.max(most, own.size());
      over += own.size() > allowed ? 1 : 0;
    }
    return new Cap(rule, allowed, most, over);
  }

  private static Cap counted(String rule, Stream<Span> spans, ToIntFunction<Span> allowed) {
    Map<Span, Integer> counts = new HashMap<>();
    spans.forEach(span -> counts.merge(span, 1, Integer::sum));
    int over =
        (int)
            counts.entrySet().stream()
                .filter(one -> one.getValue() > allowed.applyAsInt(one.getKey()))
                .count();
    // nearest to its limit, or farthest above
    return counts.entrySet().stream()
        .map(one -> new Cap(rule, allowed.applyAsInt(one.getKey()), one.getValue(), over))
        .max(Comparator.comparing((Cap cap) -> cap.most() - cap.allowed()).thenComparing(Cap::most))
        .orElseGet(() -> new Cap(rule, allowed.applyAsInt(NOBODY), 0, 0));
  }
}
