package dev.siyu.engine;

import java.util.Map;

/** Ends tasks of people in the engine; the list of tasks is in the history. */
public interface UserTasks {

  /** What the engine said. */
  enum Completion {
    DONE,
    /** The engine has no such task open: completed or cancelled before, or not there yet. */
    NOT_OPEN,
    /** No clear answer; asking again is safe. */
    LATER
  }

  /**
   * Completes a task; never throws.
   *
   * @param key of the task in the engine
   * @param action kept in the engine's record, so that a repetition is recognised
   */
  Completion complete(long key, String action, Map<String, Object> variables);
}
