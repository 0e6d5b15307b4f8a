package dev.siyu.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.siyu.TestDatabase;
import dev.siyu.engine.EngineTraffic;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A start brings the drawings in on a thread of its own; the tests wait for what it does. */
class ShippingAtStartTest {

  private final TestDatabase database = TestDatabase.fresh();
  private final DeploymentRig rig = new DeploymentRig(database);
  private final EngineTraffic traffic = new EngineTraffic();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void shouldHoldAllTrafficUntilTheDrawingsAreThere() {
    // given
    var shipping = shipping(Duration.ofMinutes(1));
    assertThat(traffic.isOpen()).isFalse();

    // when
    shipping.start();

    // then
    await().until(traffic::isOpen);
    assertThat(rig.engine.deployed).hasSameSizeAs(new ShippedDrawings().all());
    assertThat(rig.forms.names).contains("approval-decision.form", "approval-answer.form");
    shipping.stop();
  }

  @Test
  void shouldHoldTrafficUntilANewDrawingIsOnEveryPartition() {
    // given
    rig.progress.everywhere = false;
    var shipping = shipping(Duration.ofMinutes(1));

    // when
    shipping.start();

    // then
    await().until(() -> rig.engine.deployed.size() == new ShippedDrawings().all().size());
    await().during(Duration.ofMillis(600)).until(() -> !traffic.isOpen());
    rig.progress.everywhere = true;
    await().until(traffic::isOpen);
    shipping.stop();
  }

  @Test
  void shouldOpenAllTheSameWhenNobodySeesTheNewDrawingsArrive() {
    // given
    rig.progress.everywhere = false;
    var shipping = shipping(Duration.ofMillis(300));

    // when
    shipping.start();

    // then
    await().until(traffic::isOpen);
    shipping.stop();
  }

  private ShippingAtStart shipping(Duration patience) {
    return new ShippingAtStart(
        new ShippedForms(rig.forms),
        new ShippedDrawings(),
        rig.deployments,
        rig.delivery,
        traffic,
        patience);
  }
}
