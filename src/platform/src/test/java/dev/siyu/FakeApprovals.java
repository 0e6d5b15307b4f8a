package dev.siyu;

import dev.siyu.approvals.ApprovalEnded;
import dev.siyu.approvals.ApprovalKind;
import dev.siyu.approvals.ApprovalRequest;
import dev.siyu.approvals.Approvals;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps what was asked; a test decides. */
public final class FakeApprovals implements Approvals {

  /** By subject, as long as it is open. */
  public final Map<String, ApprovalRequest> open = new LinkedHashMap<>();

  public final List<String> withdrawn = new ArrayList<>();

  /** The open request about a subject. */
  public ApprovalRequest request(String subject) {
    return Optional.ofNullable(open.get(subject)).orElseThrow();
  }

  @Override
  public String ask(ApprovalRequest request) {
    open.put(request.subject(), request);
    return "A" + open.size();
  }

  @Override
  public boolean withdraw(ApprovalKind kind, String subject, String reason, String actor) {
    boolean was = open.remove(subject) != null;
    if (was) {
      withdrawn.add(subject);
    }
    return was;
  }

  @Override
  public Optional<String> redeem(ApprovalKind kind, String subject, String content) {
    return Optional.empty();
  }

  /** Ends the request about a subject as the approvals room would. */
  public void end(
      TestRooms rooms, String subject, ApprovalEnded.Ending ending, String... deciders) {
    end(rooms, "A1", subject, ending, deciders);
  }

  /** The same for one of several requests about a subject, which tell apart by their id. */
  public void end(
      TestRooms rooms, String id, String subject, ApprovalEnded.Ending ending, String... deciders) {
    var request = Optional.ofNullable(open.remove(subject)).orElseThrow();
    var hash = hash(request.content());
    rooms.publish(
        new ApprovalEnded(id, request.kind(), subject, hash, ending, List.of(deciders), ""));
  }

  private static String hash(String content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
