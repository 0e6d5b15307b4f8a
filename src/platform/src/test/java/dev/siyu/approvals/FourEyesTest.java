package dev.siyu.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.approvals.ApprovalInbox.Answer;
import dev.siyu.approvals.ApprovalInbox.Outcome;
import dev.siyu.approvals.ApprovalSteps.Progress;
import dev.siyu.approvals.ApprovalSteps.Signature;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way to get around four eyes that we know of, each refused with a row for the audit. */
class FourEyesTest {

  private static final long LARGE = 10_000_000;
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
  void shouldLetTheManagerDecide() {
    // given
    var id = rig.open(ApprovalKind.ATTRIBUTION, "ops", LARGE);
    rig.task(7, id, "dept:电商部");

    // when
    var outcome = rig.decide(id, 7, Answer.APPROVE, "ecom");

    // then
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    assertThat(rig.refusals()).isEmpty();
  }

  @Test
  void shouldRefuseTheOwnRequest() {
    // given
    rig.person("ecom2", "电商部", "MANAGER", null);
    var id = rig.open(ApprovalKind.ATTRIBUTION, "ecom", LARGE);
    rig.task(7, id, "dept:电商部");

    // then
    assertRefused("OWN_REQUEST", rig.decide(id, 7, Answer.APPROVE, "ecom"));
    assertThat(rig.refusals()).containsExactly("ecom OWN_REQUEST");
  }

  @Test
  void shouldRefuseTheOwnRequestAfterARename() {
    // given
    rig.person("ecom2", "电商部", "MANAGER", null);
    var id = rig.open(ApprovalKind.ATTRIBUTION, "ecom", LARGE);
    rig.task(7, id, "dept:电商部");

    // when
    rig.rooms.jdbc().sql("UPDATE person SET name = 'other' WHERE name = 'ecom'").update();

    // then
    assertRefused("OWN_REQUEST", rig.decide(id, 7, Answer.APPROVE, "other"));
    assertThat(rig.refusals()).containsExactly("other OWN_REQUEST");
  }

  @Test
  void shouldRefuseTheOwnRequestAfterAWeComAccountWasMoved() {
    // given: who asked is seen under another name afterwards
    var id = rig.open(ApprovalKind.ATTRIBUTION, "ops", LARGE);
    rig.task(7, id, "dept:电商部");
    rig.move("ops", null, "lin");

    // when
    rig.move("ops", "lin", null);
    rig.move("ecom", "li.qiang", "lin");

    // then
    assertRefused("OWN_REQUEST", rig.decide(id, 7, Answer.APPROVE, "ecom"));

    // when it is moved on
    rig.move("ecom", "lin", "li.qiang");

    // then
    assertRefused("OWN_REQUEST", rig.decide(id, 7, Answer.APPROVE, "ecom"));
  }

  @Test
  void shouldRefuseTheOwnRequestInASecondRole() {
    // given
    var id = rig.open(ApprovalKind.DISPUTE, "ecom", LARGE);
    rig.task(7, id, "role:BOSS");

    // when
    rig.rooms
        .jdbc()
        .sql("UPDATE person SET roles = roles || 'BOSS'::text WHERE name = 'ecom'")
        .update();

    // then
    assertRefused("OWN_REQUEST", rig.decide(id, 7, Answer.APPROVE, "ecom"));
    assertThat(rig.refusals()).containsExactly("ecom OWN_REQUEST");
  }

  @Test
  void shouldRefuseTheRequestersDeputy() {
    // given
    rig.person("ecom2", "电商部", "MANAGER", null);
    var id = rig.open(ApprovalKind.ATTRIBUTION, "ecom", LARGE);
    rig.task(7, id, "dept:电商部");

    // when
    rig.deputy("ecom", "finance");

    // then
    assertRefused("FOR_REQUESTER", rig.decide(id, 7, Answer.APPROVE, "finance"));
    assertThat(rig.refusals()).containsExactly("finance FOR_REQUESTER");
  }

  @Test
  void shouldRefuseTheSameHumanTwice() {
    // given
    var id = rig.open(ApprovalKind.ATTRIBUTION, "ops", LARGE);
    rig.task(7, id, "dept:电商部");
    rig.task(8, id, "dept:门店");
    rig.deputy("ecom", "finance");
    rig.deputy("store", "finance");
    rig.deputy("store", "ecom");
    assertThat(rig.decide(id, 7, Answer.APPROVE, "finance")).isInstanceOf(Outcome.Accepted.class);

    // then
    assertRefused("BOTH_STEPS", rig.decide(id, 8, Answer.APPROVE, "finance"));
    assertRefused("BOTH_STEPS", rig.decide(id, 8, Answer.APPROVE, "ecom"));
    assertThat(rig.decide(id, 8, Answer.APPROVE, "store")).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void shouldRefuseAfterAnEditAndAnotherContent() {
    // given
    var id = rig.open(ApprovalKind.ATTRIBUTION, "ops", LARGE);
    rig.task(7, id, "dept:电商部");
    assertRefused(
        "OTHER_CONTENT",
        rig.decide(id, 7, Answer.APPROVE, "ecom", DigestUtils.sha256Hex("{\"share\":61}")));

    // when
    rig.get(Approvals.class).withdraw(ApprovalKind.ATTRIBUTION, "S1", "改了", "ops");

    // then
    assertRefused("VOID", rig.decide(id, 7, Answer.APPROVE, "ecom"));
    assertThat(rig.refusals()).containsExactly("ecom OTHER_CONTENT", "ecom VOID");
  }

  @Test
  void shouldRefuseAfterTheDeadline() {
    // given
    var id = rig.open(ApprovalKind.ATTRIBUTION, "ops", LARGE);
    rig.task(7, id, "dept:电商部");

    // when
    rig.rooms.pass(Duration.ofDays(7));

    // then
    assertRefused("EXPIRED", rig.decide(id, 7, Answer.APPROVE, "ecom"));
    assertThat(rig.refusals()).containsExactly("ecom EXPIRED");
  }

  @Test
  void shouldRefuseAReplayAndStrangers() {
    // given
    var id = rig.open(ApprovalKind.ATTRIBUTION, "ops", LARGE);
    rig.task(7, id, "dept:电商部");
    rig.task(8, id, "dept:门店");
    rig.decide(id, 7, Answer.APPROVE, "ecom");

    // then
    assertRefused("REPLAY", rig.decide(id, 7, Answer.APPROVE, "ecom"));
    assertRefused("NOT_ENTITLED", rig.decide(id, 8, Answer.APPROVE, "finance"));
    assertRefused("OWN_REQUEST", rig.decide(id, 8, Answer.APPROVE, "ops"));
    assertThat(rig.refusals())
        .containsExactly("ecom REPLAY", "finance NOT_ENTITLED", "ops OWN_REQUEST");
  }

  @Test
  void shouldTakeOneDecisionOfFiftyAtOnce() throws Exception {
    // given
    var id = rig.open(ApprovalKind.ATTRIBUTION, "ops", LARGE);
    rig.task(7, id, "dept:电商部");
    for (int n = 0; n < 50; n++) {
      rig.person("manager" + n, "电商部", "MANAGER", null);
    }

    // when
    var outcomes = new java.util.ArrayList<Outcome>();
    try (var threads = Executors.newFixedThreadPool(50)) {
      var calls = new java.util.ArrayList<Callable<Outcome>>();
      for (int n = 0; n < 50; n++) {
        var name = "manager" + n;
        calls.add(() -> rig.decide(id, 7, Answer.APPROVE, name));
      }
      for (var done : threads.invokeAll(calls)) {
        outcomes.add(done.get());
      }
    }

    // then
    assertThat(outcomes).filteredOn(Outcome.Accepted.class::isInstance).hasSize(1);
    assertThat(rig.refusals()).as("each other one with a row").hasSize(49);
    assertThat(
            rig.rooms
                .jdbc()
                .sql("SELECT count(*) FROM approval_decision")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void shouldLetTheSecondLevelBeSignedBySomebodyElse() {
    // given
    var id = rig.open(ApprovalKind.ATTRIBUTION, "ops", LARGE);
    rig.task(7, id, "dept:电商部");
    rig.task(8, id, "dept:门店");
    rig.deputy("boss", "ecom");
    rig.decide(id, 7, Answer.APPROVE, "ecom");
    rig.decide(id, 8, Answer.APPROVE, "store");

    // when
    rig.next(
        id,
        new Progress(
            0,
            List.of(
                new Signature("dept:电商部", "APPROVE", 1), new Signature("dept:门店", "APPROVE", 2)),
            false,
            false));
    rig.task(9, id, "role:BOSS");

    // then
    assertRefused("BOTH_STEPS", rig.decide(id, 9, Answer.APPROVE, "ecom"));
    assertThat(rig.decide(id, 9, Answer.APPROVE, "boss")).isInstanceOf(Outcome.Accepted.class);
  }

  private static void assertRefused(String rule, Outcome outcome) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Refused.class, refused -> assertThat(refused.rule()).isEqualTo(rule));
  }
}
