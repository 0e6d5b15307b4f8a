package dev.siyu.rehearsalroom;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.core.env.Environment;

/** The most a customer got against what is allowed, from the outside's journal alone. */
final class Caps {

  /**
   * One rule.
   *
   * @param most the highest count anybody reached
   * @param over how often it was above {@code allowed}
   */
  record Cap(String rule, int allowed, int most, int over) {}

  private final List<Touched> touches;
  private final Environment settings;
  private final ZoneId zone;

  Caps(List<Touched> touches, Environment settings, ZoneId zone) {
    this.touches = touches;
    this.settings = settings;
    this.zone = zone;
  }

  List<Cap> all() {
    Predicate<Touched> messages = Touched::isMessage;
    Predicate<Touched> coupons = touch -> touch.kind().equals("coupon");
    List<Cap> caps = new ArrayList<>();
    caps.add(window("messages24h", messages, Duration.ofDays(1), setting("mass-sends-per-day", 1)));
    caps.add(window("messages7d", messages, Duration.ofDays(7), setting("mass-sends-per-week", 3)));
    caps.add(window("coupons24h", coupons, Duration.ofDays(1), setting("coupons-per-day", 2)));
    caps.add(window("coupons7d", coupons, Duration.ofDays(7), setting("coupons-per-week", 4)));
    caps.add(
        counted(
            "memberDay",
            touch -> touch.person() + touch.staff() + touch.at().atZone(zone).toLocalDate(),
            setting("member-per-day", 1)));
    caps.add(
        counted(
            "month",
            touch -> touch.person() + touch.at().atZone(zone).toString().substring(0, 7),
            28));
    return caps;
  }

  private int setting(String name, int otherwise) {
    return settings.getProperty("siyu.rules." + name, Integer.class, otherwise);
  }

  private Cap window(String rule, Predicate<Touched> which, Duration window, int allowed) {
    Map<String, Deque<Touched>> recent = new HashMap<>();
    int most = 0;
    int over = 0;
    for (Touched touch : touches) {
      if (which.test(touch)) {
        Deque<Touched> own = recent.computeIfAbsent(touch.person(), who -> new ArrayDeque<>());
        while (!own.isEmpty() && !own.peek().at().isAfter(touch.at().minus(window))) {
          own.poll();
        }
        own.add(touch);
        most = Math.max(most, own.size());
        over += own.size() > allowed ? 1 : 0;
      }
    }
    return new Cap(rule, allowed, most, over);
  }

  private Cap counted(String rule, Function<Touched, String> by, int allowed) {
    Map<String, Integer> counts = new HashMap<>();
    touches.stream()
        .filter(Touched::isMessage)
        .forEach(touch -> counts.merge(by.apply(touch), 1, Integer::sum));
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    int over = (int) counts.values().stream().filter(count -> count > allowed).count();
    return new Cap(rule, allowed, most, over);
  }
}
