package dev.siyu.approvals;

import dev.siyu.approvals.ApprovalEnded.Ending;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the drawings of approvals have done for them; every call may be repeated. */
public interface ApprovalSteps {

  /** What the limits said. */
  record Checked(boolean byRule, String reason) {}

  /** What one group answered, as the engine collected it. */
  record Signature(String group, String answer, long decision) {}

  /**
   * How far the signing is.
   *
   * @param level the one that was open; null: none yet
   * @param late its deadline passed
   * @param unanswered what was asked back was not supplied in time
   */
  record Progress(
      @Nullable Integer level, List<Signature> signatures, boolean late, boolean unanswered) {
    public Progress {
      signatures = List.copyOf(signatures);
    }
  }

  /** What comes next. */
  sealed interface Opened {
    /**
     * @param groups candidate groups, each has to sign
     * @param answerBy until when the requester supplies what is asked back
     */
    record Signers(
        int level, List<String> groups, Instant remindAt, Instant dueAt, Instant answerBy)
        implements Opened {}

    /** Everybody needed has signed. */
    record Enough() implements Opened {}

    /** Time is over and nobody is left to ask. */
    record Nobody() implements Opened {}
  }

  /** Reads the limits and fixes who signs after whom; a second call changes nothing. */
  Checked check(String id);

  Opened open(String id, Progress progress);

  /** Tells those who have not signed yet. */
  void remind(String id, int level);

  /**
   * Tells everybody who approved it what came of it, by app message.
   *
   * @param said one sentence, at most 500 characters
   */
  void tellSigners(String id, String said);

  /** Ends the request; nothing happens when it ended before, e.g. because it was withdrawn. */
  void conclude(String id, Ending ending, List<Signature> signatures);
}
