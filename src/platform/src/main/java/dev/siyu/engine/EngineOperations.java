package dev.siyu.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people do to the engine from the console. All calls throw {@link EngineRefused}. */
public interface EngineOperations {

  /** A drawing or form to deploy; the name's ending (.bpmn, .dmn, .form) tells what it is. */
  record Resource(String name, byte[] content) {}

  /** A process as the engine took it; an unchanged drawing keeps its version. */
  record Deployed(String processId, int version, long definitionKey, String resourceName) {}

  /** All resources or none. */
  List<Deployed> deploy(List<Resource> resources);

  /**
   * Has an incident tried again.
   *
   * @param jobKey the job that ran out of retries, or null when the incident is not about a job
   */
  void retryIncident(long incidentKey, @Nullable Long jobKey, int retries);

  void cancelInstance(long processInstanceKey);

  /** How many partitions the engine has; 0 while it does not answer. */
  int partitions();

  /** Asks the engine; never throws: without an answer the state is UNREACHABLE. */
  EngineState state();
}
