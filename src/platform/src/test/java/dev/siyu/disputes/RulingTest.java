package dev.siyu.disputes;

import static dev.siyu.approvals.ApprovalEnded.Ending.APPROVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.attribution.Corrections;
import dev.siyu.attribution.Split.Share;
import dev.siyu.disputes.Disputes.About;
import dev.siyu.disputes.Disputes.Evidence;
import dev.siyu.disputes.Disputes.State;
import dev.siyu.disputes.Disputes.Wish;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keeps an approved dispute from taking effect. */
class RulingTest {

  private static final List<Share> HALF = List.of(new Share("电商部", 5_000), new Share("门店", 5_000));
  private static final List<String> BOSS = List.of("boss");
  private static final Supplier<Optional<String>> OTHER_APPROVAL = () -> Optional.of("A9");
  private DisputeRig rig;
  private Disputes disputes;
  private String id;

  @BeforeEach
  void ask() {
    rig = new DisputeRig();
    disputes = rig.get(Disputes.class);
    rig.order("1");
    var none = new Evidence(List.of(), List.of());
    id = disputes.open(new Wish("mall", "1", About.RULE, HALF, "客户是我们直播间成交的", none), "电商部", "ecom");
    rig.get(DisputeWork.class).askRuling(id, rig.now());
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private Disputes.View view() {
    return disputes.find(id, null).orElseThrow().dispute();
  }

  @Test
  void shouldNotBookOnADecisionThatIsTakenAtTheSameMoment() throws Exception {
    // given
    var taken = new CountDownLatch(1);
    var other = List.of(new Share("门店", 10_000));
    // when
    var first =
        CompletableFuture.runAsync(
            () ->
                rig.rooms
                    .database()
                    .transactions()
                    .executeWithoutResult(
                        status -> {
                          rig.get(Corrections.class)
                              .decided("mall", "1", 1, other, "别的裁定", BOSS, OTHER_APPROVAL);
                          taken.countDown();
                          rig.awaitAnotherWriter();
                        }));
    assertThat(taken.await(10, TimeUnit.SECONDS)).as("the other is decided").isTrue();
    rig.decide(id, APPROVED);
    first.get(10, TimeUnit.SECONDS);
    // then
    assertThat(view().state()).as("the other was first").isEqualTo(State.REJECTED);
    assertThat(rig.department("门店")).isEqualTo(1_000);
    assertThat(rig.redeemed()).as("nothing took effect").isEmpty();
  }

  @Test
  void shouldNotBookWhatAnotherDecisionOvertook() {
    // given
    var other = List.of(new Share("门店", 10_000));
    rig.get(Corrections.class).decided("mall", "1", 1, other, "别的裁定", BOSS, OTHER_APPROVAL);
    // when
    rig.decide(id, APPROVED);
    // then
    assertThat(view().state()).isEqualTo(State.REJECTED);
    assertThat(rig.department("门店")).isEqualTo(1_000);
    assertThat(rig.redeemed()).as("nothing took effect").isEmpty();
  }

  @Test
  void shouldBookNothingOnAnApprovalThatIsVoid() {
    // given
    rig.voidApproval(id);
    // when
    rig.decide(id, APPROVED);
    // then
    assertThat(rig.redeemed()).containsExactly(id);
    assertThat(view().note()).isEqualTo("批准已失效");
    assertThat(rig.department("门店")).isEqualTo(700);
  }
}
