package dev.siyu.layers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The layer decision table as people read and change it. */
public interface LayerDesk {

  /** A version of the table; the newest decides. */
  record Rules(
      int version, String xml, String source, String actor, @Nullable String comment, Instant at) {}

  /** A table that leaves somebody without a layer, or none at all (SIYU-4100). */
  final class RulesRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RulesRefused(String why) {
      super(why);
    }

    public String code() {
      return "SIYU-4100";
    }
  }

  Rules rules();

  /** All versions, newest first. */
  List<Rules> versions();

  /** What is wrong with a table, in words; null when it may be used. */
  @Nullable String objection(String xml);

  /** Puts a table in force; all customers are looked at again. Throws {@link RulesRefused}. */
  Rules change(String xml, @Nullable String comment, String actor);
}
