package dev.siyu.attribution;

import static dev.siyu.approvals.ApprovalEnded.Ending.APPROVED;
import static dev.siyu.approvals.ApprovalEnded.Ending.REJECTED;
import static dev.siyu.approvals.ApprovalKind.ATTRIBUTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReckoningAgainTest {

  private static final Instant PAID = Instant.parse("2026-11-10T04:00:00Z");
  private static final String CAUSES =
      "SELECT cause FROM attribution_decision WHERE order_id = '1' ORDER BY number";
  private static final String APPROVAL = "SELECT approval FROM attribution WHERE order_id = '1'";
  private Rig rig;
  private AttributionWork work;

  @BeforeEach
  void open() {
    rig = new Rig(Map.of("siyu.attribution.ask-from", "500"));
    work = rig.get(AttributionWork.class);
    rig.pays(rig.customer("a", null, PAID), "1", 1_000, PAID);
    rig.write();
    assertThat(rig.texts(APPROVAL)).containsExactly("ASKED");
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private void reject() {
    rig.decide(ATTRIBUTION, "mall:1", REJECTED);
    assertThat(rig.texts(APPROVAL)).containsExactly("REJECTED");
  }

  @Test
  void shouldDivideARejectedOrderAnewWithAnAddThatReachedUsLateAndAskAgain() {
    // given
    reject();
    rig.customer("a", "store", PAID.minusSeconds(60));
    // when
    var again = work.reckonAgain("A1", rig.now());
    rig.write();
    // then
    assertThat(again).isTrue();
    assertThat(work.reckonAgain("A1", rig.now())).as("repeated, by now A2 is asked").isTrue();
    assertThat(work.reckonAgain("A2", rig.now())).as("nobody rejected that one").isFalse();
    assertThat(rig.texts(CAUSES)).containsExactly("PAID", "RECKONED_AGAIN");
    assertThat(rig.texts("SELECT after_request FROM attribution_decision WHERE number = 2"))
        .containsExactly("A1");
    assertThat(rig.texts(APPROVAL)).containsExactly("ASKED");
    assertThat(rig.departments())
        .containsExactly("2026-11 私域运营部 PROVISIONAL 300", "2026-11 门店 PROVISIONAL 700");
    rig.decide(ATTRIBUTION, "mall:1", APPROVED);
    assertThat(rig.texts(APPROVAL)).containsExactly("APPROVED");
  }

  @Test
  void shouldWaitForACorrectionWhenNothingNewIsKnown() {
    // given
    reject();
    var before = rig.book();
    // when
    var again = work.reckonAgain("A1", rig.now());
    rig.write();
    // then
    assertThat(again).isFalse();
    assertThat(rig.texts(CAUSES)).containsExactly("PAID");
    assertThat(rig.book()).isEqualTo(before);
  }
}
