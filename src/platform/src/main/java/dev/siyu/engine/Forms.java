package dev.siyu.engine;

import java.util.List;
import java.util.Optional;

/** The forms (form-js JSON) of people's tasks, by the key the engine gave each version. */
public interface Forms {

  /**
   * Brings forms into the engine and keeps each version; an unchanged one keeps its key.
   *
   * @throws EngineRefused as all operations
   */
  void deploy(List<EngineOperations.Resource> forms);

  /** The form as it was deployed under this key. */
  Optional<String> schema(long formKey);
}
