package dev.siyu.content;

import java.util.Map;
import java.util.Optional;

/** Finds what a touchpoint may say. */
public interface Contents {

  /** The approved text under a key with its placeholders filled; empty when there is none. */
  Optional<String> render(String key, Map<String, String> values);
}
