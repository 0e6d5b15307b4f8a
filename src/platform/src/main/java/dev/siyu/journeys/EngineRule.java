package dev.siyu.journeys;

import static dev.siyu.journeys.DrawingRule.error;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.traversal.ModelWalker;
import io.camunda.zeebe.model.bpmn.validation.ValidationVisitor;
import io.camunda.zeebe.model.bpmn.validation.zeebe.ZeebeDesignTimeValidators;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What the engine itself would say of a drawing. */
final class EngineRule {

  static final DrawingRule ENGINE_TAKES_IT = EngineRule::check;

  private static List<Finding> check(Drawing drawing) {
    try {
      var bytes = drawing.xml().getBytes(StandardCharsets.UTF_8);
      var model = Bpmn.readModelFromStream(new ByteArrayInputStream(bytes));
      var visitor = new ValidationVisitor(ZeebeDesignTimeValidators.VALIDATORS);
      new ModelWalker(model).walk(visitor);
      var findings = new ArrayList<Finding>();
      visitor
          .getValidationResult()
          .getResults()
          .forEach(
              (element, results) ->
                  results.forEach(
                      result -> findings.add(error(idOf(element), "engine", result.getMessage()))));
      return findings;
    } catch (ModelException | NullPointerException e) {
      // the engine's own checks stumble over an event at the edge of nothing
      return List.of(error(null, "engine", "引擎读不懂这张图 / not BPMN: " + e.getMessage()));
    }
  }

  @SuppressWarnings("NullAway") // the model answers null for a missing id; a finding may have none
  private static String idOf(ModelElementInstance element) {
    return element.getAttributeValue("id");
  }

  private EngineRule() {}
}
