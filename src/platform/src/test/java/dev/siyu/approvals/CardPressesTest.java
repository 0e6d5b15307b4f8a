package dev.siyu.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.approvals.ApprovalEnded.Ending;
import dev.siyu.approvals.ApprovalInbox.Answer;
import dev.siyu.approvals.ApprovalSteps.Progress;
import dev.siyu.approvals.ApprovalSteps.Signature;
import dev.siyu.wecom.StaffCards.Button;
import dev.siyu.wecom.StaffCards.Card;
import dev.siyu.wecom.WeComEvent;
import java.time.Duration;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Deciding by card: two taps, bound to what the card shows, with the four eyes of any other way.
 */
class CardPressesTest {

  private static final long LARGE = 10_000_000;
  private static final String ECOM = "li.qiang";
  private static final String STORE = "zhou.min";

  private ApprovalRig rig;

  @BeforeEach
  void open() {
    rig = new ApprovalRig();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void shouldShowWhatIsDecidedAndHowToSayNo() {
    // when
    var id = rig.open(ApprovalKind.ATTRIBUTION, "ops", LARGE);

    // then
    var card = rig.cards.of(ECOM);
    assertThat(card.link()).endsWith("/api/wecom-login?next=%2Fa%2F" + id);
    assertThat(card.lines()).extracting(line -> line.name()).contains("金额", "申请人", "截止", "校验");
    assertThat(card.quote()).as("why it is asked").contains("依据");
    assertThat(card.buttons())
        .extracting(Button::url)
        .containsExactly("", card.link() + "%3Fsay%3DREJECT", card.link() + "%3Fsay%3DASK_BACK");
  }

  @Test
  void shouldDecideWithTheSecondTap() {
    // given
    var id = rig.open(ApprovalKind.ATTRIBUTION, "ops", LARGE);
    rig.task(7, id, "dept:电商部");
    rig.task(8, id, "dept:门店");

    // when
    press(ECOM, "approve");

    // then
    assertThat(decisions()).as("one tap decides nothing").isEmpty();
    assertThat(rig.cards.of(ECOM).buttons())
        .extracting(Button::key)
        .containsExactly("confirm", "back", "");

    // when
    press(ECOM, "confirm");

    // then
    assertThat(decisions())
        .containsExactly("7 APPROVE ecom CARD " + DigestUtils.sha256Hex(ApprovalRig.CONTENT));
    assertThat(rig.cards.of(ECOM).replaced()).startsWith("您已同意");
    assertThat(rig.cards.of(STORE).replaced()).as("still to sign").isEmpty();
    assertThat(rig.refusals()).isEmpty();
  }

  @Test
  void shouldGoBackWithoutATrace() {
    // given
    var id = rig.open(ApprovalKind.ATTRIBUTION, "ops", LARGE);
    rig.task(7, id, "dept:电商部");

    // when
    press(ECOM, "approve");
    press(ECOM, "back");
    press(ECOM, "confirm");

    // then
    assertThat(decisions()).as("a confirmation without its question asks it").isEmpty();
    assertThat(rig.cards.of(ECOM).buttons()).extracting(Button::key).contains("confirm");
  }

  @Test
  void shouldTakeRepeatedEventsAsOne() {
    // given
    var id = rig.open(ApprovalKind.ATTRIBUTION, "ops", LARGE);
    rig.task(7, id, "dept:电商部");
    press(ECOM, "approve");
    press(ECOM, "approve");

    // when
    press(ECOM, "confirm");
    press(ECOM, "confirm");
    press(ECOM, "approve");

    // then
    assertThat(decisions()).hasSize(1);
    assertThat(rig.refusals()).isEmpty();
    assertThat(rig.cards.of(ECOM).replaced()).startsWith("您已同意");
  }

  @Test
  void shouldShowColleaguesWhoDecidedAndExplainALatePress() {
    // given
    rig.person("ecom2", "电商部", "MANAGER", "chen.yi");
    var id = rig.open(ApprovalKind.ATTRIBUTION, "ops", LARGE);
    rig.task(7, id, "dept:电商部");
    press("chen.yi", "approve");

    // when
    rig.decide(id, 7, Answer.APPROVE, "ecom");

    // then
    assertThat(rig.cards.of("chen.yi").replaced()).isEqualTo("已由 ecom 同意");
    assertThat(rig.cards.of(ECOM).replaced()).isEqualTo("已由 ecom 同意");

    // when
    press("chen.yi", "confirm");

    // then
    assertThat(decisions()).hasSize(1);
    assertThat(rig.refusals()).containsExactly("ecom2 REPLAY");
    assertThat(rig.cards.of("chen.yi").words()).contains("已经决定过");
  }

  @Test
  void shouldDecideNothingAfterAnEdit() {
    // given
    var id = rig.open(ApprovalKind.ATTRIBUTION, "ops", LARGE);
    rig.task(7, id, "dept:电商部");
    press(ECOM, "approve");

    // when
    rig.get(Approvals.class).withdraw(ApprovalKind.ATTRIBUTION, "S1", "改了", "ops");
    assertThat(rig.cards.of(ECOM).replaced()).isEqualTo("已撤回");
    press(ECOM, "confirm");

    // then
    assertThat(decisions()).isEmpty();
    assertThat(rig.refusals()).containsExactly("ecom VOID");
    assertThat(rig.cards.of(ECOM).words()).contains("作废");
  }

  @Test
  void shouldRefuseWhoMayNotDecideWithARow() {
    // given
    var id = rig.open(ApprovalKind.ATTRIBUTION, "ops", LARGE);
    rig.task(7, id, "dept:电商部");

    // when: somebody else's card, somebody unknown, somebody who lost the role
    press("he.yan", rig.cards.of(ECOM).taskId(), "approve");
    press("nobody", rig.cards.of(ECOM).taskId(), "confirm");
    rig.rooms.jdbc().sql("UPDATE person SET roles = '{STAFF}' WHERE name = 'ecom'").update();
    press(ECOM, "approve");

    // then
    assertThat(decisions()).isEmpty();
    assertThat(rig.refusals())
        .containsExactly("finance NOT_ENTITLED", "nobody NOT_ENTITLED", "ecom NOT_ENTITLED");
    assertThat(rig.cards.of(ECOM).words()).contains("不由您决定");
  }

  @Test
  void shouldRefuseAfterTheDeadlineAndWhoSignedBefore() {
    // given
    rig.deputy("store", "ecom");
    var id = rig.open(ApprovalKind.ATTRIBUTION, "ops", LARGE);
    rig.task(7, id, "dept:电商部");
    rig.task(8, id, "dept:门店");
    rig.decide(id, 7, Answer.APPROVE, "ecom");

    // when
    press(ECOM, "approve");

    // then
    assertThat(rig.refusals()).containsExactly("ecom BOTH_STEPS");

    // when
    rig.rooms.pass(Duration.ofDays(7));
    press(STORE, "approve");

    // then
    assertThat(rig.refusals()).containsExactly("ecom BOTH_STEPS", "store EXPIRED");
  }

  @Test
  void shouldAskForPatienceWhileTheEngineHasNotReportedTheTask() {
    // given
    var id = rig.open(ApprovalKind.ATTRIBUTION, "ops", LARGE);

    // when
    press(ECOM, "approve");

    // then
    assertThat(rig.cards.of(ECOM).words()).contains("正在生成");
    assertThat(rig.refusals()).isEmpty();

    // when
    rig.task(7, id, "dept:电商部");
    press(ECOM, "approve");

    // then
    assertThat(rig.cards.of(ECOM).buttons()).extracting(Button::key).contains("confirm");
  }

  @Test
  void shouldTellEverybodyHowItEndedAndWhoDecidesNow() {
    // given
    var id = rig.open(ApprovalKind.ATTRIBUTION, "ops", LARGE);

    // when
    rig.next(id, new Progress(0, List.of(), true, false));

    // then
    assertThat(rig.cards.of(ECOM).replaced()).isEqualTo("已转下一级");
    assertThat(rig.cards.of("wang.zong").replaced()).isEmpty();

    // when
    rig.get(ApprovalSteps.class).conclude(id, Ending.EXPIRED, List.of());

    // then
    assertThat(rig.cards.of("wang.zong").replaced()).isEqualTo("过期未决");
  }

  @Test
  void shouldAskAgainWithAnotherCardAfterSomethingWasSupplied() {
    // given
    var id = rig.open(ApprovalKind.ATTRIBUTION, "ops", LARGE);
    rig.task(7, id, "dept:电商部");
    rig.decide(id, 7, Answer.ASK_BACK, "ecom");
    assertThat(rig.cards.of(ECOM).replaced()).isEqualTo("已由 ecom 退回补充");

    // when
    rig.next(id, new Progress(0, List.of(new Signature("dept:电商部", "ASK_BACK", 1)), false, false));

    // then
    assertThat(rig.cards.all(ECOM)).hasSize(2);
    assertThat(rig.cards.of(ECOM).replaced()).isEmpty();
  }

  @Test
  void shouldRemindByAnotherCard() {
    // given
    var id = rig.open(ApprovalKind.ATTRIBUTION, "ops", LARGE);

    // when
    rig.get(ApprovalSteps.class).remind(id, 0);

    // then
    assertThat(rig.cards.all(ECOM)).extracting(Card::words).containsExactly("", "提醒：还在等您决定。");
  }

  private void press(String staff, String key) {
    press(staff, rig.cards.of(staff).taskId(), key);
  }

  private void press(String staff, String task, String key) {
    rig.rooms.publish(
        new WeComEvent.CardPressed(staff, task, key, "RC", rig.rooms.clock().instant()));
  }

  private List<String> decisions() {
    return rig.rooms
        .jdbc()
        .sql(
            """
            SELECT task_key || ' ' || answer || ' ' || person || ' ' || channel || ' ' || seen_hash
            FROM approval_decision ORDER BY id
            """)
        .query(String.class)
        .list();
  }
}
