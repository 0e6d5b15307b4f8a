package dev.siyu.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Each rule is broken once: a judge who never says no is no judge. */
class OutsideRulesTest {

  private static final String LONDON = "United Kingdom";

  private final List<Heard> log =
      new ArrayList<>(List.of(new Heard.Added("wm-1", at("2027-01-01T02:00:00Z"))));

  @Test
  void shouldFindNothingAgainstADecentLife() {
    // given
    log.add(new Heard.Welcome("wm-1", at("2027-01-01T02:00:01Z"), "code", 1_000));
    log.add(new Heard.Coupon("wm-1", at("2027-01-01T02:00:02Z"), "newcomer"));
    message("2027-01-05T03:00:00Z");
    paid("2027-01-06T10:00:00Z");
    message("2027-01-20T10:00:00Z"); // 10:00 in London
    // then
    assertThat(wrong()).isEmpty();
  }

  @Test
  void shouldFindAMessageAtNight() {
    // given 22:30 at the company, before an order tells where the customer lives
    message("2027-01-05T14:30:00Z");
    assertThat(wrong()).containsExactly("no message in the receiver's quiet hours");
  }

  @Test
  void shouldJudgeQuietHoursWhereTheCustomerLives() {
    // given noon at the company, 4 o'clock in London
    paid("2027-01-06T10:00:00Z");
    message("2027-01-20T04:00:00Z");
    assertThat(wrong()).containsExactly("no message in the receiver's quiet hours");
  }

  @Test
  void shouldFindTwoMessagesInADay() {
    // given 23 hours apart, on two days
    message("2027-01-05T04:00:00Z");
    message("2027-01-06T03:00:00Z");
    assertThat(wrong()).containsExactly("at most 1 message in 24 h");
  }

  @Test
  void shouldFindFourMessagesInAWeek() {
    // given
    for (int day = 4; day < 8; day++) {
      message("2027-01-0" + day + "T04:00:00Z");
    }
    assertThat(wrong()).containsExactly("at most 3 messages in 7 days");
  }

  @Test
  void shouldFindMoreMessagesThanTheMonthHasDays() {
    // given February, by two members
    for (int day = 1; day <= 29; day++) {
      String date = day < 29 ? "2027-02-%02d".formatted(day) : "2027-02-28";
      log.add(new Heard.Message("wm-1", at(date + "T04:00:00Z"), "member" + day, "您好"));
    }
    assertThat(wrong()).contains("no more messages a month than it has days");
  }

  @Test
  void shouldFindSomebodyUrgedAfterPaying() {
    // given
    paid("2027-01-06T10:00:00Z");
    message("2027-01-08T12:00:00Z");
    assertThat(wrong()).containsExactly("who paid is left alone for 7 days");
  }

  @Test
  void shouldAllowTheFirstOrderToBeWonAgainFromWhoReturnedEverything() {
    // given
    paid("2027-01-06T10:00:00Z");
    log.add(new Heard.Refunded("wm-1", at("2027-01-06T11:00:00Z"), 1_000));
    message("2027-01-08T12:00:00Z");
    assertThat(wrong()).isEmpty();
  }

  @Test
  void shouldStillLeaveAloneWhoReturnedAPart() {
    // given
    paid("2027-01-06T10:00:00Z");
    log.add(new Heard.Refunded("wm-1", at("2027-01-06T11:00:00Z"), 999));
    message("2027-01-08T12:00:00Z");
    assertThat(wrong()).containsExactly("who paid is left alone for 7 days");
  }

  @Test
  void shouldAllowTheNewcomersGiftToWhoBoughtBeforeTheyWereAdded() {
    // given: paid before, told afterwards
    log.add(
        new Heard.Paid(
            "wm-1", at("2027-01-01T02:00:01Z"), at("2026-12-31T23:00:00Z"), 1_000, LONDON));
    log.add(new Heard.Message("wm-1", at("2027-01-05T10:00:00Z"), "li.na", "您的新人礼还没领取"));
    assertThat(wrong()).isEmpty();
  }

  @Test
  void shouldStillLeaveAloneWhoBoughtBeforeTheyWereAddedWithEveryOtherOffer() {
    // given
    log.add(
        new Heard.Paid(
            "wm-1", at("2027-01-01T02:00:01Z"), at("2026-12-31T23:00:00Z"), 1_000, LONDON));
    message("2027-01-05T10:00:00Z");
    assertThat(wrong()).containsExactly("who paid is left alone for 7 days");
  }

  @Test
  void shouldStillLeaveAloneWhoReturnedOlderThingsAndThenBought() {
    // given a refund of what was bought before the recording
    log.add(new Heard.Refunded("wm-1", at("2027-01-02T11:00:00Z"), 9_000));
    paid("2027-01-06T10:00:00Z");
    message("2027-01-08T12:00:00Z");
    assertThat(wrong()).containsExactly("who paid is left alone for 7 days");
  }

  @Test
  void shouldFindCouponsAboveTheirCap() {
    // given
    for (int hour = 2; hour < 5; hour++) {
      log.add(new Heard.Coupon("wm-1", at("2027-01-02T0" + hour + ":00:00Z"), "t"));
    }
    assertThat(wrong()).containsExactly("at most 2 coupons in 24 h");
  }

  @Test
  void shouldFindATouchOfSomebodyWhoLeft() {
    // given
    log.add(new Heard.Left("wm-1", at("2027-01-02T02:00:00Z")));
    log.add(new Heard.Tagged("wm-1", at("2027-01-02T03:00:00Z")));
    assertThat(wrong()).containsExactly("only contacts are touched, and only while they are");
  }

  @Test
  void shouldFindALateAndARepeatedWelcome() {
    // given
    log.add(new Heard.Welcome("wm-1", at("2027-01-01T02:00:25Z"), "code", 25_000));
    assertThat(wrong()).containsExactly("each welcome once and within 20 s");
  }

  @Test
  void shouldReadTheJournal() {
    // given
    var lines =
        Stream.of(
            """
            {"at":"2027-01-01T02:00:00Z","facts":[{"fact":"ContactFact.Added",
            "externalUserId":"wm-1","unionId":"u-1"}]}
            """,
            """
            {"at":"2027-01-02T02:00:00Z","facts":[{"fact":"MallFact.OrderPaid","unionId":"u-1",
            "paidAt":"2027-01-02T01:30:00Z","amountCents":995,"country":"France"}]}
            """,
            """
            {"at":"2027-01-03T02:00:00Z","call":{"kind":"add_msg_template","keys":{},"code":0},
            "facts":[{"fact":"MassSendFact.Created","text":"hi","receivers":{"li.na":["wm-1"]}}]}
            """);
    // when
    var heard = Heard.of(lines.map(JsonMapper.shared()::readTree));
    // then
    assertThat(heard)
        .containsExactly(
            new Heard.Added("wm-1", at("2027-01-01T02:00:00Z")),
            new Heard.Paid(
                "wm-1", at("2027-01-02T02:00:00Z"), at("2027-01-02T01:30:00Z"), 995, "France"),
            new Heard.Message("wm-1", at("2027-01-03T02:00:00Z"), "li.na", "hi"));
  }

  private void message(String at) {
    log.add(new Heard.Message("wm-1", at(at), "li.na", "您好"));
  }

  private void paid(String at) {
    log.add(new Heard.Paid("wm-1", at(at), at(at), 1_000, LONDON));
  }

  private List<String> wrong() {
    return OutsideRules.all(log).stream()
        .filter(finding -> !finding.holds())
        .map(finding -> finding.sentence().replace("outside: ", ""))
        .toList();
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
