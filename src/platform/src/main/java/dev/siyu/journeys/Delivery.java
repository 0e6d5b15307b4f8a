package dev.siyu.journeys;

import dev.siyu.engine.EngineOperations;
import dev.siyu.engine.Forms;
import dev.siyu.history.ExporterProgress;
import dev.siyu.journeys.DeploymentTable.Row;
import dev.siyu.journeys.DeploymentTable.Source;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;

/** Brings a drawing into the engine with all that stands in it. */
@Component
final class Delivery {

  private final EngineOperations engine;
  private final Forms forms;
  private final ExporterProgress progress;

  Delivery(EngineOperations engine, Forms forms, ExporterProgress progress) {
    this.engine = engine;
    this.forms = forms;
    this.progress = progress;
  }

  /**
   * Safe to repeat; an unchanged drawing keeps its version. Written down by the caller.
   *
   * @throws dev.siyu.engine.EngineRefused as all operations
   */
  Row deploy(String processId, String xml, Source source, String actor) {
    var shipment = Shipment.of(processId, xml);
    if (!shipment.forms().isEmpty()) {
      forms.deploy(shipment.forms());
    }
    var done = engine.deploy(shipment.process()).getFirst();
    return new Row(
        processId,
        done.version(),
        done.definitionKey(),
        DigestUtils.sha256Hex(xml),
        source,
        xml,
        actor);
  }

  /** Where it must arrive; 0 while the engine does not answer. */
  int partitions() {
    return engine.partitions();
  }

  /** Whether every partition starts it; not while the engine does not answer. */
  boolean isEverywhere(long definitionKey) {
    int partitions = partitions();
    return partitions > 0 && progress.isEverywhere(definitionKey, partitions);
  }
}
