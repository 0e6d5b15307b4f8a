package dev.siyu.launches;

import static dev.siyu.approvals.ApprovalEnded.Ending.APPROVED;
import static dev.siyu.launches.WinBack.drawing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.engine.EntryGate.Way;
import dev.siyu.launches.Launches.Audience;
import dev.siyu.launches.Launches.Wish;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaunchGuardTest {

  private static final Wish HALF =
      new Wish(drawing("第二版", "P2D"), "等待缩短一天", Audience.PERCENT, 50, null, true, null, List.of());

  private final LaunchRig rig = new LaunchRig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void shouldStopABadCanaryAndSayWhyWithFigures() {
    // given
    long id = canary();
    for (int i = 0; i < 400; i++) {
      rig.customer("C" + i);
      rig.enter("C" + i);
    }
    buy("SELECT customer_id FROM launch_entry WHERE NOT canary ORDER BY 1 LIMIT 120");
    buy("SELECT customer_id FROM launch_entry WHERE canary ORDER BY 1 LIMIT 8");
    assertThatThrownBy(() -> rig.launches.widen(id, null, "ops"))
        .as("nothing is known yet")
        .isInstanceOf(LaunchRefused.class);

    // when the window has passed
    rig.rooms.pass(Duration.ofDays(8));
    rig.turn();

    // then
    assertThat(state(id)).isEqualTo(LaunchState.STOPPED);
    var whole = rig.launches.find(id).orElseThrow();
    assertThat(whole.events().getLast().zh()).contains("下单转化变差").contains("8 人");
    assertThat(rig.enter("C999")).isInstanceOf(Way.ByMessage.class);
  }

  @Test
  void shouldStopACanaryWhoseComparisonIsGone() {
    // given
    long id = canary();

    // when
    rig.studio().deploy(drawing("第三版", "P1D"), null, "ops");
    rig.rooms.pass(Duration.ofMinutes(6));
    rig.turn();

    // then
    assertThat(state(id)).isEqualTo(LaunchState.STOPPED);
  }

  private long canary() {
    long id = rig.launches.ask(HALF, "ops");
    rig.decide(id, APPROVED);
    rig.turn();
    return id;
  }

  private LaunchState state(long id) {
    return rig.launches.find(id).orElseThrow().launch().state();
  }

  private void buy(String customers) {
    rig.rooms
        .jdbc()
        .sql(
            """
            INSERT INTO paid_order (source, order_id, customer_id, amount_cents, line_count, paid_at)
            SELECT 'mall', 'o-' || customer_id, customer_id, 1000, 1, :at FROM (%s) AS c
            """
                .formatted(customers))
        .param("at", rig.rooms.clock().instant().plusSeconds(3600).atOffset(ZoneOffset.UTC))
        .update();
  }
}
