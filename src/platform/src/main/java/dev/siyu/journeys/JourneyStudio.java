package dev.siyu.journeys;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the modeler page needs: the palette, the drawing that runs, the check, the deployment. */
public interface JourneyStudio {

  /** A drawing the engine took; an unchanged drawing keeps its version. */
  record Deployment(String processId, int version, long definitionKey) {}

  /** Element templates (Zeebe schema), one for each worker, timer and known message. */
  List<Map<String, Object>> templates();

  /** The latest deployed drawing of a journey. */
  Optional<String> drawing(String processId);

  /**
   * One deployment of a journey.
   *
   * @param source SHIPPED came with the product, CONSOLE was deployed by a person
   */
  record Version(int version, String source, String actor, @Nullable String comment, Instant at) {}

  /** Every deployment of a journey, newest first. */
  List<Version> versions(String processId);

  /** The drawing as it was deployed under that version. */
  Optional<String> drawing(String processId, int version);

  /**
   * A rule drawings are held against.
   *
   * @param why the reason, Chinese
   * @param mendable the modeler offers to mend it
   */
  record Rule(String id, String name, String nameEn, String why, String whyEn, boolean mendable) {}

  /**
   * The drawing that came with this release, beside the one that runs.
   *
   * @param runs true when it is the very drawing that runs
   * @param knownBefore true when the running one was drawn by a person who had seen this one
   */
  record Shipped(String xml, boolean runs, boolean knownBefore) {}

  /** Empty for a journey that this release does not bring. */
  default Optional<Shipped> shipped(String processId) {
    return Optional.empty();
  }

  /** All rules, in the order they are checked. */
  default List<Rule> rules() {
    return List.of();
  }

  /** The journeys that run as a person deployed them, not as they came with the product. */
  List<String> changed();

  /** Everything wrong with a drawing; empty when it may be deployed. */
  List<Finding> check(String xml);

  /**
   * Checks and deploys a drawing and records who did it.
   *
   * @throws DrawingRefused when the check finds an error
   */
  Deployment deploy(String xml, @Nullable String comment, String actor);
}
