package dev.siyu.disputes;

import static dev.siyu.approvals.ApprovalEnded.Ending.APPROVED;
import static dev.siyu.approvals.ApprovalEnded.Ending.EXPIRED;
import static dev.siyu.approvals.ApprovalEnded.Ending.REJECTED;
import static dev.siyu.approvals.ApprovalEnded.Ending.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.attribution.Corrections;
import dev.siyu.attribution.Settlements;
import dev.siyu.attribution.Split.Share;
import dev.siyu.disputes.Disputes.About;
import dev.siyu.disputes.Disputes.Evidence;
import dev.siyu.disputes.Disputes.Stance;
import dev.siyu.disputes.Disputes.State;
import dev.siyu.disputes.Disputes.Wish;
import dev.siyu.drawn.Messages;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DisputesTest {

  private static final List<Share> HALF = List.of(new Share("电商部", 5_000), new Share("门店", 5_000));
  private static final Evidence NONE = new Evidence(List.of(), List.of());
  private DisputeRig rig;
  private Disputes disputes;
  private DisputeWork steps;

  @BeforeEach
  void open() {
    rig = new DisputeRig();
    disputes = rig.get(Disputes.class);
    steps = rig.get(DisputeWork.class);
    rig.order("1");
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private static Wish wish(List<Share> shares, Evidence evidence) {
    return new Wish("mall", "1", About.RULE, shares, "客户是我们直播间成交的", evidence);
  }

  private String opened() {
    return disputes.open(wish(HALF, NONE), "电商部", "ecom");
  }

  private State state(String id) {
    return disputes.find(id, null).orElseThrow().dispute().state();
  }

  private void answered(String id) {
    disputes.answer(id, "门店", Stance.OBJECTS, "是我们引流的", NONE, "store");
    disputes.answer(id, "私域运营部", Stance.AGREES, "认可", NONE, "manager");
  }

  @Test
  void shouldAskTheOthersThenHaveItDecidedAndCorrectTheLedger() {
    // given
    var id = opened();
    assertThat(rig.told()).containsExactly(Messages.DISPUTE_OPENED + " D1");
    steps.ask(id, rig.now());
    assertThat(rig.notices()).containsExactlyInAnyOrder("zhou.min", "chen.jing");
    // when
    answered(id);
    assertThat(rig.told()).contains(Messages.DISPUTE_ANSWERED + " D1");
    steps.askRuling(id, rig.now());
    rig.decide(id, APPROVED);
    // then
    assertThat(state(id)).isEqualTo(State.UPHELD);
    assertThat(rig.told()).contains(Messages.DISPUTE_DECIDED + " D1 UPHELD");
    assertThat(rig.department("电商部")).isEqualTo(500);
    assertThat(rig.department("门店")).isEqualTo(500);
    assertThat(rig.department("私域运营部")).isZero();
    assertThat(rig.held()).isZero();
    assertThat(rig.get(Corrections.class).list(null).getFirst().requestId()).isEqualTo("A1");
    assertThat(disputes.find(id, "门店").orElseThrow().steps())
        .extracting(Disputes.Step::act)
        .containsExactly("OPENED", "ANSWERED", "ANSWERED", "ASKED", "UPHELD");
  }

  @Test
  void shouldKeepTheSharesAndTheReasonWhenItIsRejected() {
    // given
    var id = opened();
    answered(id);
    steps.askRuling(id, rig.now());
    // when
    rig.decide(id, REJECTED);
    // then
    assertThat(state(id)).isEqualTo(State.REJECTED);
    assertThat(disputes.find(id, null).orElseThrow().dispute().note()).isEqualTo("看过了");
    assertThat(rig.department("门店")).isEqualTo(700);
    assertThat(rig.held()).isZero();
  }

  @Test
  void shouldKeepTheOrderFromBecomingFinalWhileItIsContested() {
    // given
    var id = opened();
    rig.order("2");
    var november = YearMonth.of(2026, 11);
    // when
    rig.settle(november);
    // then
    assertThat(rig.finalOrders()).containsExactly("2");
    // when
    disputes.withdraw(id, "电商部", "已说清", "ecom");
    rig.get(Settlements.class).resume(november, "finance");
    rig.run();
    // then
    assertThat(rig.finalOrders()).containsExactly("1", "2");
    assertThat(rig.told()).contains(Messages.DISPUTE_WITHDRAWN + " D1");
  }

  @Test
  void shouldCompensateAFinalOrderInTheOpenMonth() {
    // given
    rig.settle(YearMonth.of(2026, 11));
    var id = opened();
    answered(id);
    steps.askRuling(id, rig.now());
    // when
    rig.decide(id, APPROVED);
    // then
    assertThat(rig.finalOf("2026-11", "门店")).as("the month stays as it was").isEqualTo(700);
    assertThat(rig.finalOf("2026-12", "门店")).isEqualTo(-200);
    assertThat(rig.finalOf("2026-12", "电商部")).isEqualTo(500);
  }

  @Test
  void shouldRemindThenTellTheBossThenGoOnWithoutTheSilent() {
    // given
    var id = opened();
    steps.ask(id, rig.now());
    // when
    rig.rooms.pass(Duration.ofHours(9));
    var reminded = steps.chase(id, rig.now());
    steps.chase(id, rig.now());
    rig.rooms.pass(Duration.ofHours(9));
    var escalated = steps.chase(id, rig.now());
    rig.rooms.pass(Duration.ofHours(9));
    var last = steps.chase(id, rig.now());
    // then
    assertThat(reminded.givenUp()).isFalse();
    assertThat(escalated.givenUp()).isFalse();
    assertThat(escalated.nextAt()).isAfter(reminded.nextAt());
    assertThat(last.givenUp()).isTrue();
    assertThat(rig.notices()).contains("wang.zong");
    assertThat(disputes.find(id, null).orElseThrow().steps())
        .extracting(Disputes.Step::act)
        .containsExactly("OPENED", "REMINDED", "ESCALATED");
    steps.askRuling(id, rig.now());
    assertThatThrownBy(() -> answered(id))
        .as("the answers are over")
        .extracting("why")
        .isEqualTo(DisputeRefused.Why.CHANGED);
  }

  @Test
  void shouldTellNobodyThatNobodyIsSilent() {
    // given
    var id = opened();
    answered(id);
    rig.rooms.pass(Duration.ofHours(18));
    // when
    var chased = steps.chase(id, rig.now());
    // then
    assertThat(chased.givenUp()).as("nobody is waited for").isTrue();
    assertThat(rig.notices()).isEmpty();
    assertThat(disputes.find(id, null).orElseThrow().steps())
        .extracting(Disputes.Step::act)
        .containsExactly("OPENED", "ANSWERED", "ANSWERED");
  }

  @Test
  void shouldEndOnceWhenNobodyDecidesOrTheRequestIsTakenBack() {
    var id = opened();
    steps.askRuling(id, rig.now());
    rig.decide(id, EXPIRED);
    steps.close(id, rig.now());
    assertThat(state(id)).isEqualTo(State.EXPIRED);
    var again = opened();
    steps.askRuling(again, rig.now());
    rig.decide(again, WITHDRAWN);
    assertThat(state(again)).isEqualTo(State.WITHDRAWN);
    assertThat(rig.held()).isZero();
  }

  @Test
  void shouldGoBeforeACorrectionThatIsOnlyAskedForAndRefuseAnotherMeanwhile() {
    // given
    var corrections = rig.get(Corrections.class);
    corrections.ask("mall", "1", List.of(new Share("门店", 10_000)), "x", "store");
    var id = opened();
    assertThatThrownBy(() -> corrections.ask("mall", "1", HALF, "x", "ecom"))
        .extracting("code")
        .isEqualTo("SIYU-8170");
    steps.askRuling(id, rig.now());
    // when
    rig.decide(id, APPROVED);
    // then
    assertThat(state(id)).isEqualTo(State.UPHELD);
    assertThat(corrections.list(null))
        .extracting(Corrections.View::state)
        .containsExactly(Corrections.State.DONE, Corrections.State.REJECTED);
  }

  @Test
  void shouldRefuseASecondOneAndWhatCannotBeMeant() {
    opened();
    refuses(wish(HALF, NONE), "电商部", DisputeRefused.Why.OPEN_ALREADY);
    var same = List.of(new Share("门店", 7_000), new Share("私域运营部", 3_000));
    refuses(wish(same, NONE), "门店", DisputeRefused.Why.BAD_INPUT);
    refuses(wish(List.of(new Share("门店", 1)), NONE), "门店", DisputeRefused.Why.BAD_INPUT);
    refuses(wish(HALF, NONE), "财务部", DisputeRefused.Why.BAD_INPUT);
    var script = new Evidence(List.of(), List.of("javascript:alert(1)"));
    refuses(wish(HALF, script), "门店", DisputeRefused.Why.BAD_INPUT);
    var foreign = new Evidence(List.of("SKU9"), List.of());
    refuses(wish(HALF, foreign), "门店", DisputeRefused.Why.BAD_INPUT);
    var unknown = new Wish("mall", "9", About.SHARES, HALF, "x", NONE);
    refuses(unknown, "门店", DisputeRefused.Why.UNKNOWN);
    assertThat(disputes.find("D1", "财务部")).as("nothing of theirs").isEmpty();
    assertThat(disputes.list("财务部")).isEmpty();
    assertThat(disputes.of("mall", "1", null)).extracting(Disputes.View::id).containsExactly("D1");
    assertThat(disputes.of("mall", "1", "门店")).as("it is asked").hasSize(1);
    assertThat(disputes.of("mall", "1", "财务部")).isEmpty();
    assertThat(disputes.of("mall", "2", null)).as("another order").isEmpty();
  }

  private void refuses(Wish wish, String department, DisputeRefused.Why why) {
    assertThatThrownBy(() -> disputes.open(wish, department, "x"))
        .as(wish + " by " + department)
        .isInstanceOf(DisputeRefused.class)
        .extracting("why")
        .isEqualTo(why);
  }
}
