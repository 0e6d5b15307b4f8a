package dev.siyu.disputes;

import dev.siyu.attribution.Split.Share;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What departments do in disputes (争议). Departments and persons are given by name. */
public interface Disputes {

  /** Where a dispute is. */
  enum State {
    /** The other departments answer. */
    OPEN,
    /** Whoever may decide does. */
    DECIDING,
    /** The correction is booked. */
    UPHELD,
    REJECTED,
    WITHDRAWN,
    /** Nobody decided in time; it may be opened again. */
    EXPIRED
  }

  /** What is wrong in the eyes of the department. */
  enum About {
    SHARES,
    /** Another rule of the agreement should have matched. */
    RULE,
    /** It is another department's customer. */
    OWNER
  }

  /** What another department says to it. */
  enum Stance {
    AGREES,
    OBJECTS
  }

  /**
   * @param lines SKU ids of the order, at most 50
   * @param links http(s) addresses of what proves it, at most 10
   */
  record Evidence(List<String> lines, List<String> links) {
    public Evidence {
      lines = List.copyOf(lines);
      links = List.copyOf(links);
    }
  }

  /**
   * What a department asks for.
   *
   * @param shares it wants instead of those that hold
   * @param reason 1 to 1000 characters
   */
  record Wish(
      String source,
      String orderId,
      About about,
      List<Share> shares,
      String reason,
      Evidence evidence) {}

  /**
   * @param stance null while it has not answered
   */
  record Party(String department, @Nullable Stance stance, @Nullable Instant answeredAt) {}

  /**
   * @param id D1, D2, ...
   * @param contested the shares that held when it was opened
   * @param answerBy until when the parties answer
   */
  record View(
      String id,
      String source,
      String orderId,
      String department,
      About about,
      State state,
      long amountCents,
      List<Share> contested,
      List<Share> wanted,
      String reason,
      String openedBy,
      Instant openedAt,
      Instant answerBy,
      List<Party> parties,
      @Nullable String requestId,
      @Nullable Instant decidedAt,
      List<String> decidedBy,
      @Nullable String note,
      @Nullable String correctionId) {}

  /** One entry of the timeline; {@code act} as in the table dispute_act. */
  record Step(
      String act,
      @Nullable String department,
      String person,
      String text,
      @Nullable Stance stance,
      Evidence evidence,
      Instant at) {}

  /** Everything about a dispute. */
  record Page(View dispute, List<Step> steps) {}

  /**
   * Newest first, at most 500.
   *
   * @param department only those it opened or is asked about; null: all
   */
  List<View> list(@Nullable String department);

  /** As {@link #list}. */
  Optional<Page> find(String id, @Nullable String department);

  /** Those about one order; as {@link #list}. */
  List<View> of(String source, String orderId, @Nullable String department);

  /**
   * Opens a dispute; the order does not become final meanwhile. Answers its id.
   *
   * @throws DisputeRefused UNKNOWN, OPEN_ALREADY or BAD_INPUT
   */
  String open(Wish wish, String department, String actor);

  /**
   * @throws DisputeRefused UNKNOWN or CHANGED
   */
  void answer(
      String id, String department, Stance stance, String text, Evidence evidence, String actor);

  /**
   * @throws DisputeRefused UNKNOWN when it is not the department's, CHANGED when it is over
   */
  void withdraw(String id, String department, String reason, String actor);
}
