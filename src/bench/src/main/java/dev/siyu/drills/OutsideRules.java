package dev.siyu.drills;

import dev.siyu.drills.Heard.Coupon;
import dev.siyu.drills.Heard.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Every touch held against the contact rules, by somebody who only stands outside: from the log of
 * the simulator alone, with rules and zones written down a second time.
 */
final class OutsideRules {

  private static final LocalTime QUIET_FROM = LocalTime.of(21, 0);
  private static final LocalTime QUIET_UNTIL = LocalTime.of(9, 0);
  static final ZoneId COMPANY = ZoneId.of("Asia/Shanghai");

  /** Between our decision and the moment it was received, and the other way round. */
  private static final Duration ON_THE_WAY = Duration.ofMinutes(2);

  /** The earliest next offer: the shortest cycle (10 days) less the lead (3 days). */
  private static final Duration LEFT_ALONE = Duration.ofDays(7);

  /** Texts that advise or invite and do not urge to buy hold one of these; they may follow. */
  private static final List<String> NOT_URGING = List.of("这是为您整理的选购与保养小知识", "核心");

  private static final Duration WELCOME_WINDOW = Duration.ofSeconds(20);

  private OutsideRules() {}

  static List<Finding> all(List<Heard> log) {
    Map<String, List<Heard>> lives = new TreeMap<>();
    log.forEach(one -> lives.computeIfAbsent(one.person(), p -> new ArrayList<>()).add(one));
    long touches = log.stream().filter(OutsideRules::isTouch).count();
    return List.of(
        new Finding(
            "outside: touches judged from the simulator's log alone",
            touches + " of " + lives.size() + " persons",
            touches == 0 ? List.of("no touch in the log") : List.of()),
        finding("no message in the receiver's quiet hours", lives, OutsideRules::quiet),
        finding("at most 1 message in 24 h", lives, most(Message.class, 1, 1)),
        finding("at most 3 messages in 7 days", lives, most(Message.class, 3, 7)),
        finding("at most 2 coupons in 24 h", lives, most(Coupon.class, 2, 1)),
        finding("at most 4 coupons in 7 days", lives, most(Coupon.class, 4, 7)),
        finding("of one member one message a day", lives, OutsideRules::memberDays),
        finding("no more messages a month than it has days", lives, OutsideRules::months),
        finding("who paid is left alone for 7 days", lives, OutsideRules::urged),
        finding(
            "only contacts are touched, and only while they are", lives, OutsideRules::strangers),
        finding("each welcome once and within 20 s", lives, OutsideRules::welcomes));
  }

  private static Finding finding(
      String sentence,
      Map<String, List<Heard>> lives,
      Function<List<Heard>, Collection<String>> rule) {
    List<String> wrong =
        lives.entrySet().stream()
            .flatMap(
                life -> rule.apply(life.getValue()).stream().map(w -> life.getKey() + ": " + w))
            .toList();
    return Finding.none("outside: " + sentence, wrong);
  }

  private static boolean isTouch(Heard heard) {
    return switch (heard) {
      case Heard.Added a -> false;
      case Heard.Left l -> false;
      case Heard.Paid p -> false;
      case Heard.Refunded r -> false;
      case Message m -> true;
      case Coupon c -> true;
      case Heard.Welcome w -> true;
      case Heard.Tagged t -> true;
    };
  }

  private static <T extends Heard> List<T> only(Class<T> kind, List<Heard> life) {
    return life.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** In the zone of the latest order; the company's before. Around the change either counts. */
  private static List<String> quiet(List<Heard> life) {
    List<String> wrong = new ArrayList<>();
    for (Message message : only(Message.class, life)) {
      ZoneId before = zone(life, message.at().minus(Duration.ofMinutes(20)));
      ZoneId now = zone(life, message.at());
      if (isQuiet(message.at(), before) && isQuiet(message.at(), now)) {
        wrong.add(message.at().atZone(now) + " " + message.text());
      }
    }
    return wrong;
  }

  private static ZoneId zone(List<Heard> life, Instant at) {
    ZoneId zone = COMPANY;
    for (Heard.Paid paid : only(Heard.Paid.class, life)) {
      zone = paid.at().isAfter(at) ? zone : Zones.of(paid.country()).orElse(zone);
    }
    return zone;
  }

  private static boolean isQuiet(Instant at, ZoneId zone) {
    return isQuiet(at.atZone(zone).toLocalTime())
        && isQuiet(at.minus(ON_THE_WAY).atZone(zone).toLocalTime());
  }

  private static boolean isQuiet(LocalTime time) {
    return !time.isBefore(QUIET_FROM) || time.isBefore(QUIET_UNTIL);
  }

  private static Function<List<Heard>, Collection<String>> most(
      Class<? extends Heard> kind, int cap, int days) {
    return life -> {
      List<String> wrong = new ArrayList<>();
      List<? extends Heard> made = only(kind, life);
      for (int i = cap; i < made.size(); i++) {
        Duration between = Duration.between(made.get(i - cap).at(), made.get(i).at());
        if (between.plus(ON_THE_WAY).compareTo(Duration.ofDays(days)) < 0) {
          wrong.add(made.subList(i - cap, i + 1).toString());
        }
      }
      return wrong;
    };
  }

  private static List<String> memberDays(List<Heard> life) {
    return counted(
        life,
        (message, at) -> message.staff() + " on " + at.atZone(COMPANY).toLocalDate(),
        key -> 1);
  }

  private static List<String> months(List<Heard> life) {
    return counted(
        life,
        (message, at) -> YearMonth.from(at.atZone(COMPANY)).toString(),
        key -> YearMonth.parse(key).lengthOfMonth());
  }

  private static List<String> counted(
      List<Heard> life, BiFunction<Message, Instant, String> by, Function<String, Integer> most) {
    Map<String, Integer> counts = new TreeMap<>();
    only(Message.class, life)
        .forEach(message -> counts.merge(by.apply(message, message.at()), 1, Integer::sum));
    return counts.entrySet().stream()
        .filter(count -> count.getValue() > most.apply(count.getKey()))
        .map(count -> count.getKey() + ": " + count.getValue())
        .toList();
  }

  private static List<String> urged(List<Heard> life) {
    List<String> wrong = new ArrayList<>();
    for (Message message : only(Message.class, life)) {
      if (NOT_URGING.stream().noneMatch(message.text()::contains)) {
        only(Heard.Paid.class, life).stream()
            .filter(paid -> paid.at().plus(ON_THE_WAY).isBefore(message.at()))
            .filter(paid -> paid.paidAt().plus(LEFT_ALONE).isAfter(message.at()))
            .filter(paid -> hasStanding(life, message.at()))
            .filter(paid -> !isGiftOfNewcomer(life, paid, message))
            .forEach(
                p -> wrong.add("paid " + p.paidAt() + ", at " + message.at() + message.text()));
      }
    }
    return wrong;
  }

  /**
   * Who returned all they bought starts anew: the first order is still to come. A refund of more
   * than was bought belongs to what was bought before the recording.
   */
  private static boolean hasStanding(List<Heard> life, Instant at) {
    long standing = 0;
    for (Heard heard : life) {
      if (heard.at().isAfter(at)) {
        break;
      }
      if (heard instanceof Heard.Paid paid) {
        standing += paid.cents();
      } else if (heard instanceof Heard.Refunded back) {
        standing = Math.max(0, standing - back.cents());
      }
    }
    return standing > 0;
  }

  /** Bought before they became a contact: the newcomer's gift is theirs all the same. */
  private static boolean isGiftOfNewcomer(List<Heard> life, Heard.Paid paid, Message message) {
    return message.text().contains("新人礼")
        && only(Heard.Added.class, life).stream()
            .findFirst()
            .map(added -> paid.paidAt().isBefore(added.at()))
            .orElse(false);
  }

  private static List<String> strangers(List<Heard> life) {
    List<String> wrong = new ArrayList<>();
    Instant since = null;
    Instant left = Instant.MIN;
    for (Heard heard : life) {
      if (heard instanceof Heard.Added added) {
        since = added.at();
      } else if (heard instanceof Heard.Left gone) {
        since = null;
        left = gone.at();
      } else if (isTouch(heard) && since == null && heard.at().minus(ON_THE_WAY).isAfter(left)) {
        wrong.add("no contact, yet " + heard);
      }
    }
    return wrong;
  }

  private static List<String> welcomes(List<Heard> life) {
    Map<String, Integer> codes = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (Heard.Welcome welcome : only(Heard.Welcome.class, life)) {
      if (codes.merge(welcome.code(), 1, Integer::sum) > 1
          || welcome.age() > WELCOME_WINDOW.toMillis()) {
        wrong.add(welcome.toString());
      }
    }
    return wrong;
  }
}
