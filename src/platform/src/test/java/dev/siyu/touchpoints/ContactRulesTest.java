package dev.siyu.touchpoints;

import static dev.siyu.touchpoints.Medium.COUPON;
import static dev.siyu.touchpoints.Medium.MASS_SEND;
import static dev.siyu.touchpoints.Medium.TAG;
import static dev.siyu.touchpoints.Medium.WELCOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.customers.CustomerId;
import dev.siyu.touchpoints.ContactFacts.Made;
import dev.siyu.touchpoints.ContactRule.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContactRulesTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Instant NOON = at("2026-12-10T12:00");

  private static Instant at(String local) {
    return java.time.LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
  }

  static RuleSettings settings() {
    return new RuleSettings(
        LocalTime.of(21, 0),
        LocalTime.of(9, 0),
        1,
        3,
        2,
        4,
        1,
        0,
        Duration.ofSeconds(20),
        Duration.ofMinutes(1),
        new QuotaReserve(0, 0),
        new QuotaReserve(0, 0));
  }

  /** A case of the table; the defaults are a contact to whom nothing stands in the way. */
  record Case(
      String name,
      Medium medium,
      Instant now,
      ContactFacts facts,
      @Nullable Instant nudgesSince,
      @Nullable Instant answers,
      @Nullable String rule,
      @Nullable Instant notBefore) {

    static Case of(String name, Medium medium) {
      return new Case(name, medium, NOON, contact(), null, null, null, null);
    }

    Case now(Instant now) {
      return new Case(name, medium, now, facts, nudgesSince, answers, rule, notBefore);
    }

    Case facts(ContactFacts facts) {
      return new Case(name, medium, now, facts, nudgesSince, answers, rule, notBefore);
    }

    Case nudgesSince(Instant since) {
      return new Case(name, medium, now, facts, since, answers, rule, notBefore);
    }

    Case answers(Instant added) {
      return new Case(name, medium, now, facts, nudgesSince, added, rule, notBefore);
    }

    Case refused(String rule, @Nullable Instant notBefore) {
      return new Case(name, medium, now, facts, nudgesSince, answers, rule, notBefore);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static ContactFacts contact() {
    return new ContactFacts(
        true, true, SHANGHAI, NOON.minusSeconds(9), null, null, true, List.of());
  }

  private static ContactFacts silent() {
    return new ContactFacts(true, false, SHANGHAI, NOON, null, null, true, List.of());
  }

  private static ContactFacts gone(Instant left) {
    return new ContactFacts(true, true, SHANGHAI, null, left, null, true, List.of());
  }

  private static ContactFacts paid(Instant at) {
    return new ContactFacts(true, true, SHANGHAI, NOON, null, at, true, List.of());
  }

  private static ContactFacts in(String zone) {
    return new ContactFacts(true, true, ZoneId.of(zone), NOON, null, null, true, List.of());
  }

  private static ContactFacts noText() {
    return new ContactFacts(true, true, SHANGHAI, NOON, null, null, false, List.of());
  }

  private static ContactFacts made(Medium medium, String staff, Instant... times) {
    return new ContactFacts(
        true,
        true,
        SHANGHAI,
        NOON,
        null,
        null,
        true,
        Stream.of(times).map(at -> new Made(medium, staff, at)).toList());
  }

  private static Instant[] monthOfSends() {
    var times = new ArrayList<Instant>();
    for (int day = 1; day <= 30; day++) {
      times.add(at("2026-11-%02dT10:00".formatted(day)));
    }
    return times.toArray(Instant[]::new);
  }

  static Stream<Case> table() {
    var add = NOON.minusSeconds(20);
    return Stream.of(
        Case.of("a contact at noon may be written to", MASS_SEND),
        Case.of("nobody writes to a stranger", MASS_SEND)
            .facts(ContactFacts.unknownCustomer())
            .refused("customer-unknown", null),
        Case.of("silence is kept", MASS_SEND).facts(silent()).refused("consent", null),
        Case.of("silence holds for coupons", COUPON).facts(silent()).refused("consent", null),
        Case.of("tags are not seen and need no consent", TAG).facts(silent()),
        Case.of("who left is not written to", MASS_SEND).facts(gone(NOON)).refused("left", null),
        Case.of("who left is not tagged", TAG).facts(gone(NOON)).refused("left", null),
        Case.of("a purchase ends nudges", MASS_SEND)
            .facts(paid(NOON.minusSeconds(5)))
            .nudgesSince(NOON.minusSeconds(10))
            .refused("paid-already", null),
        Case.of("an older purchase does not", MASS_SEND)
            .facts(paid(NOON.minusSeconds(15)))
            .nudgesSince(NOON.minusSeconds(10)),
        Case.of("a purchase does not end what is no nudge", MASS_SEND)
            .facts(paid(NOON.minusSeconds(5))),
        Case.of("no text, no message", MASS_SEND).facts(noText()).refused("content-missing", null),
        Case.of("a coupon needs no text", COUPON).facts(noText()),
        Case.of("20:59:59 is awake", MASS_SEND).now(at("2026-12-10T20:59:59")),
        Case.of("21:00 is quiet until nine next day", MASS_SEND)
            .now(at("2026-12-10T21:00"))
            .refused("quiet-hours", at("2026-12-11T09:00")),
        Case.of("08:59 is quiet until nine that day", MASS_SEND)
            .now(at("2026-12-10T08:59"))
            .refused("quiet-hours", at("2026-12-10T09:00")),
        Case.of("09:00 is awake", MASS_SEND).now(at("2026-12-10T09:00")),
        Case.of("noon in Shanghai is night in London", MASS_SEND)
            .facts(in("Europe/London"))
            .refused("quiet-hours", Instant.parse("2026-12-10T09:00:00Z")),
        Case.of("a coupon disturbs nobody at night", COUPON).now(at("2026-12-10T23:00")),
        Case.of("one mass send within 24 hours", MASS_SEND)
            .facts(made(MASS_SEND, "other", NOON.minus(Duration.ofHours(1))))
            .refused("daily-cap", at("2026-12-11T11:00")),
        Case.of("a wait that ends at night is moved to the morning", MASS_SEND)
            .now(at("2026-12-10T20:00"))
            .facts(made(MASS_SEND, "other", at("2026-12-09T21:30")))
            .refused("daily-cap", at("2026-12-11T09:00")),
        Case.of("24 hours later it is free", MASS_SEND)
            .facts(made(MASS_SEND, "other", NOON.minus(Duration.ofHours(24)))),
        Case.of("a welcome does not count as mass send", MASS_SEND)
            .facts(made(WELCOME, "li.na", NOON.minusSeconds(60))),
        Case.of("three mass sends a week", MASS_SEND)
            .facts(
                made(
                    MASS_SEND,
                    "other",
                    at("2026-12-04T10:00"),
                    at("2026-12-06T10:00"),
                    at("2026-12-08T10:00")))
            .refused("weekly-cap", at("2026-12-11T10:00")),
        Case.of("two coupons a day", COUPON)
            .facts(made(COUPON, "", at("2026-12-10T08:00"), at("2026-12-10T09:00")))
            .refused("daily-cap", at("2026-12-11T08:00")),
        Case.of("a welcome within its window", WELCOME).answers(add),
        Case.of("a welcome one second late", WELCOME)
            .answers(add.minusSeconds(1))
            .refused("welcome-late", null),
        Case.of("a welcome without its add", WELCOME).refused("welcome-late", null),
        Case.of("a welcome at night answers the customer", WELCOME)
            .now(at("2026-12-10T23:00"))
            .answers(at("2026-12-10T23:00")),
        Case.of("a welcome before the add is applied", WELCOME).answers(add).facts(gone(add)),
        Case.of("no welcome for who left again", WELCOME)
            .answers(add)
            .facts(gone(add.plusSeconds(5)))
            .refused("left", null));
  }

  @ParameterizedTest
  @MethodSource("table")
  void shouldDecideAsTheTableSays(Case given) {
    // when
    var refusal = ContactRules.refusal(question(given, settings()));
    // then
    assertThat(refusal.map(ContactRule.Refusal::rule).orElse(null)).isEqualTo(given.rule());
    assertThat(refusal.map(ContactRule.Refusal::notBefore).orElse(null))
        .isEqualTo(given.notBefore());
  }

  @Test
  void shouldKeepWeComsDailyQuotaPerMember() {
    // given
    var twoADay = with(2, 30, 1, 0);
    var given =
        Case.of("", MASS_SEND).facts(made(MASS_SEND, "li.na", NOON.minus(Duration.ofHours(1))));
    // when
    var refusal = ContactRules.refusal(question(given, twoADay)).orElseThrow();
    // then
    assertThat(refusal.rule()).isEqualTo("wecom-daily-quota");
    assertThat(refusal.notBefore()).as("midnight, but awake").isEqualTo(at("2026-12-11T09:00"));
  }

  @Test
  void shouldKeepWeComsMonthlyQuotaOfAsManyAsTheMonthHasDays() {
    // given
    var generous = with(20, 100, 10, 0);
    var given =
        Case.of("", MASS_SEND)
            .now(at("2026-11-30T12:00"))
            .facts(made(MASS_SEND, "li.na", monthOfSends()));
    // when
    var refusal = ContactRules.refusal(question(given, generous)).orElseThrow();
    // then
    assertThat(refusal.rule()).isEqualTo("wecom-monthly-quota");
    assertThat(refusal.notBefore()).isEqualTo(at("2026-12-01T09:00"));
  }

  @Test
  void shouldEndQuietHoursAtTheWallClockWhenSummerTimeBegins() {
    // given
    var berlin = ZoneId.of("Europe/Berlin");
    var lateOnSaturday = Instant.parse("2026-03-28T21:30:00Z");
    // when
    var end =
        ContactRules.afterQuietHours(
            lateOnSaturday, berlin, LocalTime.of(21, 0), LocalTime.of(9, 0));
    // then
    assertThat(end).as("nine in summer time").isEqualTo(Instant.parse("2026-03-29T07:00:00Z"));
  }

  private static RuleSettings with(int perDay, int perWeek, int memberPerDay, int perMonth) {
    var s = settings();
    return new RuleSettings(
        s.quietFrom(),
        s.quietUntil(),
        perDay,
        perWeek,
        s.couponsPerDay(),
        s.couponsPerWeek(),
        memberPerDay,
        perMonth,
        s.welcomeWindow(),
        s.callTimeout(),
        s.weekReserve(),
        s.monthReserve());
  }

  private static Question question(Case given, RuleSettings settings) {
    var key = new TouchKey(new CustomerId("C1"), "journey", "step", "e1");
    var touch =
        new Touch(key, given.medium(), "text", "li.na", given.nudgesSince(), 0, given.answers());
    return new Question(touch, given.facts(), settings, SHANGHAI, given.now());
  }
}
