package dev.siyu.approvals;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who decides for whom during an absence (代理人). */
public interface ApprovalDeputies {

  /**
   * @param kind null: all kinds
   * @param endedAt when it was ended before its time
   */
  record Deputy(
      long id,
      String person,
      String deputy,
      @Nullable ApprovalKind kind,
      Instant from,
      Instant until,
      String createdBy,
      @Nullable Instant endedAt) {}

  /** Not possible; the message says what was expected. */
  final class DeputyRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeputyRefused(String why) {
      super(why);
    }

    public String code() {
      return "SIYU-8004";
    }
  }

  /** Those of the last 90 days and to come, newest first. */
  List<Deputy> all();

  /**
   * Names a deputy; only for oneself, administrators for everybody.
   *
   * @param mayForOthers whether {@code actor} may do it for somebody else
   * @throws DeputyRefused unknown or disabled person, oneself, longer than 90 days, not theirs
   */
  long name(Deputy deputy, String actor, boolean mayForOthers);

  /** False when it is over or not theirs. */
  boolean end(long id, String actor, boolean mayForOthers);
}
