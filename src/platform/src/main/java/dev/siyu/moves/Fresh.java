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
 * @param locals JSON of what a sub-process keeps for itself, by element and name
 * @param why null when it is moved; else why it is put back where it was
 */
record Fresh(
    long definition,
    List<String> before,
    String variables,
    Map<String, Map<String, String>> locals,
    @Nullable String zh,
    @Nullable String en) {

  boolean isPutBack() {
    return zh != null;
  }
}
