package dev.siyu.moves;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a new run begins with.
 *
 * @param definition the version it runs in
 * @param before elements it begins at
 * @param variables JSON of the whole run
 * @param locals JSON of what each sub-process of the old run kept for itself, by element and name
 * @param zh null when it is moved; else why it is put back where it was
 */
record Fresh(
    long definition,
    List<String> before,
    String variables,
    Map<String, Map<String, String>> locals,
    Way way,
    @Nullable String zh,
    @Nullable String en) {

  /** Where it goes on. */
  enum Way {
    /** In the other version. */
    MOVED,
    /** In its own version: the other one has no place for where it stood in the end. */
    STAYS,
    /** In its own version: the engine did not take it in the other one. */
    BACK
  }

  boolean isPutBack() {
    return way != Way.MOVED;
  }
}
