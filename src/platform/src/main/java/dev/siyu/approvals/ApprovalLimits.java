package dev.siyu.approvals;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The limits (权限表): who decides what alone, up to which amount or audience. */
public interface ApprovalLimits {

  /**
   * A version of the table.
   *
   * @param source SHIPPED or CONSOLE
   */
  record Rules(
      int version, String xml, String source, String actor, @Nullable String comment, Instant at) {}

  /** The table may not decide; the message says why. */
  final class RulesRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RulesRefused(String why) {
      super(why);
    }

    public String code() {
      return "SIYU-8002";
    }
  }

  Rules rules();

  /** Newest first. */
  List<Rules> versions();

  /** What is wrong with a table; null when it may decide. */
  @Nullable String objection(String xml);

  /**
   * Lets another table decide about everything asked from now on.
   *
   * @throws RulesRefused when it does not answer every question
   */
  Rules change(String xml, @Nullable String comment, String actor);
}
