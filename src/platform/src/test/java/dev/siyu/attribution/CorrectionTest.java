package dev.siyu.attribution;

import static dev.siyu.approvals.ApprovalEnded.Ending.APPROVED;
import static dev.siyu.approvals.ApprovalEnded.Ending.REJECTED;
import static dev.siyu.approvals.ApprovalKind.CORRECTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.attribution.Split.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CorrectionTest {

  private static final Instant PAID = Instant.parse("2026-11-10T04:00:00Z");
  private static final List<Share> ALL_ONLINE = List.of(new Share("电商部", 10_000));
  private Rig rig;
  private Corrections corrections;
  private int asksToRedeem;

  @BeforeEach
  void open() {
    rig = new Rig();
    corrections = rig.get(Corrections.class);
    var id = rig.customer("a", "store", PAID.minusSeconds(60));
    rig.pays(id, "1", 1_000, PAID);
    rig.returns(id, "1", 100, PAID.plus(Duration.ofDays(1)));
    rig.write();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  /** Approved by a request with this id; null: that approval is void. */
  private Corrections.Outcome decidedElsewhere(@Nullable String request) {
    return corrections.decided(
        "mall",
        "1",
        1,
        ALL_ONLINE,
        "争议裁定",
        List.of("boss", "finance"),
        () -> {
          asksToRedeem++;
          return Optional.ofNullable(request);
        });
  }

  private Corrections.View ask() {
    return corrections.ask("mall", "1", ALL_ONLINE, "线上成交", "manager");
  }

  @Test
  void shouldReverseAndBookAnewOnlyAfterOthersApproved() {
    // given
    var before = rig.departments();
    var asked = ask();
    assertThat(rig.departments()).as("asking books nothing").isEqualTo(before);
    // when
    rig.decide(CORRECTION, asked.id(), APPROVED);
    rig.write();
    // then
    assertThat(rig.departments())
        .containsExactly(
            "2026-11 私域运营部 PROVISIONAL 270",
            "2026-11 门店 PROVISIONAL 630",
            "2026-12 电商部 PROVISIONAL 900",
            "2026-12 私域运营部 PROVISIONAL -270",
            "2026-12 门店 PROVISIONAL -630");
    assertThat(rig.texts("SELECT kind FROM ledger_journal ORDER BY id DESC LIMIT 2"))
        .containsExactly("CORRECTION", "REVERSAL");
    assertThat(corrections.list("门店").getFirst().state()).isEqualTo(Corrections.State.DONE);
  }

  @Test
  void shouldDivideLaterRefundsByTheCorrectedShares() {
    // given
    rig.decide(CORRECTION, ask().id(), APPROVED);
    // when
    rig.returns(rig.customer("a", null, PAID), "1", 50, PAID.plus(Duration.ofDays(2)));
    rig.write();
    // then
    assertThat(rig.departments()).contains("2026-11 电商部 PROVISIONAL -50");
  }

  @Test
  void shouldBookAtOnceWhatADisputeDecided() {
    // when
    var outcome = decidedElsewhere("A7");
    rig.write();
    // then
    assertThat(outcome).isInstanceOf(Corrections.Booked.class);
    var booked = corrections.list(null).getFirst();
    assertThat(booked.requestId()).isEqualTo("A7");
    assertThat(booked.state()).isEqualTo(Corrections.State.DONE);
    assertThat(booked.decidedBy()).containsExactly("boss", "finance");
    assertThat(rig.departments()).contains("2026-12 电商部 PROVISIONAL 900");
  }

  @Test
  void shouldBookNothingOfWhatWasDecidedAboutAnEarlierDecision() {
    // given
    rig.decide(CORRECTION, ask().id(), APPROVED);
    var before = rig.book();
    // when
    var outcome = decidedElsewhere("A7");
    // then
    assertThat(outcome).isInstanceOf(Corrections.Overtaken.class);
    assertThat(asksToRedeem).as("nothing takes effect").isZero();
    assertThat(rig.book()).isEqualTo(before);
  }

  @Test
  void shouldLeaveAnOpenCorrectionAloneWhenTheApprovalFromElsewhereIsVoid() {
    // given
    ask();
    var before = rig.book();
    // when
    var outcome = decidedElsewhere(null);
    // then
    assertThat(outcome).isInstanceOf(Corrections.Unredeemed.class);
    assertThat(rig.book()).isEqualTo(before);
    assertThat(corrections.list(null).getFirst().state()).isEqualTo(Corrections.State.ASKED);
  }

  @Test
  void shouldBookNothingWhenItIsRejected() {
    // given
    var before = rig.book();
    // when
    rig.decide(CORRECTION, ask().id(), REJECTED);
    // then
    assertThat(rig.book()).isEqualTo(before);
    assertThat(corrections.list(null).getFirst().state()).isEqualTo(Corrections.State.REJECTED);
  }

  @Test
  void shouldRefuseASecondOneTheSameSharesAndSharesThatAreNotWhole() {
    ask();
    assertThatThrownBy(this::ask).extracting("code").isEqualTo("SIYU-8131");
    var same = List.of(new Share("门店", 7_000), new Share("私域运营部", 3_000));
    assertThatThrownBy(() -> corrections.ask("mall", "1", same, "x", "manager"))
        .extracting("code")
        .isEqualTo("SIYU-8130");
    var part = List.of(new Share("门店", 9_999));
    assertThatThrownBy(() -> corrections.ask("mall", "1", part, "x", "manager"))
        .extracting("code")
        .isEqualTo("SIYU-8130");
    assertThatThrownBy(() -> corrections.ask("mall", "9", ALL_ONLINE, "x", "manager"))
        .extracting("code")
        .isEqualTo("SIYU-8132");
  }
}
