package dev.siyu.approvals;

import dev.siyu.approvals.ApprovalEnded.Ending;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What waits for whom, and how people decide. Persons are given by their login name. */
public interface ApprovalInbox {

  /** Which requests are listed. */
  enum Box {
    /** A task of mine, or of somebody I stand in for. */
    MINE,
    /** Concerning my department; everything for the boss and auditors. */
    TEAM,
    /** Asked by me. */
    ASKED,
    /** Decided by me. */
    DONE
  }

  enum Channel {
    CONSOLE,
    CARD
  }

  /** What a person says. */
  enum Answer {
    APPROVE,
    REJECT,
    /** 退回补充: the requester is to supply something first. */
    ASK_BACK,
    /** What the requester supplies. */
    ANSWER
  }

  /** What became of a decision. */
  enum SaidState {
    /** On its way to the engine. */
    STORED,
    EFFECTIVE,
    /** The task had ended before, by its deadline or because the request was withdrawn. */
    TOO_LATE
  }

  record Said(
      int level,
      String group,
      String answer,
      String person,
      @Nullable String inPlaceOf,
      String comment,
      Channel channel,
      Instant at,
      SaidState state) {}

  record Note(String person, String text, Instant at) {}

  record Refusal(String person, String rule, String detail, Instant at) {}

  /**
   * A level of the signing.
   *
   * @param needed false: reached only when the one before let its deadline pass
   */
  record Level(
      int number,
      List<String> groups,
      List<String> signed,
      boolean needed,
      @Nullable Instant openedAt,
      @Nullable Instant deadline,
      @Nullable Instant endedAt) {}

  /**
   * A task open for the person.
   *
   * @param inPlaceOf for whom they would decide; null: in their own right
   * @param form form-js JSON of the version the engine recorded; null when it has none
   */
  record Todo(
      long key,
      String group,
      boolean answer,
      @Nullable String inPlaceOf,
      @Nullable String claimedBy,
      @Nullable String form) {}

  /** One line of a list. */
  record Item(
      String id,
      ApprovalKind kind,
      String titleZh,
      String titleEn,
      String requestedBy,
      @Nullable Long amountCents,
      Instant askedAt,
      @Nullable Ending ending,
      List<String> waitsFor,
      @Nullable Instant deadline,
      boolean mine) {}

  /** Everything about a request. */
  record Page(
      String id,
      ApprovalRequest request,
      String hash,
      Instant askedAt,
      @Nullable Ending ending,
      @Nullable Instant endedAt,
      String reason,
      String limitsReason,
      List<Level> levels,
      List<Said> said,
      List<Note> notes,
      List<Refusal> refusals,
      List<Todo> todo) {}

  /**
   * A decision to make.
   *
   * @param hash of the content that was shown
   * @param form what was filled in, at most 10,000 characters as JSON
   */
  record Choice(
      String id,
      long taskKey,
      Answer answer,
      String hash,
      String comment,
      Map<String, Object> form,
      Channel channel) {}

  /** What became of an attempt. */
  sealed interface Outcome {
    /** Stored; it takes effect when the engine has it. */
    record Accepted(long decision) implements Outcome {}

    /** Refused by four eyes; a row was written. */
    record Refused(String rule, String zh, String en) implements Outcome {}

    /** There is no such request or task, or it is not theirs to see. */
    record NotFound() implements Outcome {}

    /** {@code what}: value and expectation. */
    record Wrong(String what) implements Outcome {}
  }

  /** Newest first; mine by deadline. */
  List<Item> list(Box box, String person, int limit);

  /** How many wait for the person. */
  int waiting(String person);

  /** Empty when it does not exist or is nothing of theirs. */
  Optional<Page> find(String id, String person);

  Outcome decide(Choice choice, String person);

  /** False when a colleague looks at it. */
  boolean claim(String id, long taskKey, String person);

  boolean release(String id, long taskKey, String person);

  /** False when it is nothing of theirs. */
  boolean comment(String id, String text, String person);

  /** Takes an own request back; false when it is not theirs or over. */
  boolean withdraw(String id, String reason, String person);
}
