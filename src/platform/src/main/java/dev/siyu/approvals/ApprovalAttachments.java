package dev.siyu.approvals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Files beside a request. Persons are given by their login name. */
public interface ApprovalAttachments {

  /** A file; {@code sha256} in hex. */
  record Attachment(
      long id, String name, String mime, int bytes, String sha256, String person, Instant at) {}

  record Stored(String name, String mime, byte[] bytes) {}

  /** What became of an attempt to attach. */
  sealed interface Outcome {
    /** The same bytes are kept once; the first name stays. */
    record Attached(Attachment attachment) implements Outcome {}

    /** There is no such request, or it is not theirs to see. */
    record NotFound() implements Outcome {}

    /** The request has ended: its trail stays as it was decided. */
    record Over() implements Outcome {}

    /** {@code what}: value and expectation. */
    record Wrong(String what) implements Outcome {}
  }

  /** Oldest first; empty when the request is nothing of theirs. */
  List<Attachment> of(String request, String person);

  Outcome attach(String request, String name, byte[] bytes, String person);

  /** Empty when there is none, or it is nothing of theirs. */
  Optional<Stored> bytes(String request, long id, String person);
}
