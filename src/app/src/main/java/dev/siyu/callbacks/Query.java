package dev.siyu.callbacks;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an address, each at most once. The container's own parsing would also read the
 * body and take the first of two.
 */
record Query(Map<String, String> values) {

  /** Null when the query cannot be read or names a parameter twice. */
  static @Nullable Query of(@Nullable String text) {
    var values = new HashMap<String, String>();
    for (var pair : text == null ? new String[0] : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 0) {
        return null;
      }
      try {
        var name = decoded(pair.substring(0, equals));
        if (values.put(name, decoded(pair.substring(equals + 1))) != null) {
          return null;
        }
      } catch (IllegalArgumentException badEscape) {
        return null;
      }
    }
    return new Query(values);
  }

  @Nullable String get(String name) {
    return values.get(name);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
