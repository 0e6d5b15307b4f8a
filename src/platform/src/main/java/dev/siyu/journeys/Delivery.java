package dev.siyu.journeys;

import dev.siyu.engine.EngineOperations;
import dev.siyu.engine.EngineOperations.Deployed;
import dev.siyu.engine.Forms;
import org.springframework.stereotype.Component;

/** Brings a drawing into the engine with all that stands in it. */
@Component
final class Delivery {

  private final EngineOperations engine;
  private final Forms forms;

  Delivery(EngineOperations engine, Forms forms) {
    this.engine = engine;
    this.forms = forms;
  }

  /**
   * Safe to repeat; an unchanged drawing keeps its version.
   *
   * @throws dev.siyu.engine.EngineRefused as all operations
   */
  Deployed deploy(String processId, String xml) {
    var shipment = Shipment.of(processId, xml);
    if (!shipment.forms().isEmpty()) {
      forms.deploy(shipment.forms());
    }
    return engine.deploy(shipment.process()).getFirst();
  }
}
