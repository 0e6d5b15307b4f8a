package dev.siyu;

import dev.siyu.approvals.ApprovalEnded;
import dev.siyu.approvals.ApprovalKind;
import dev.siyu.approvals.ApprovalRequest;
import dev.siyu.approvals.Approvals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps what was asked; a test decides. */
public final class FakeApprovals implements Approvals {

  /** By subject, as long as it is open. */
  public final Map<String, ApprovalRequest> open = new LinkedHashMap<>();

  public final List<String> withdrawn = new ArrayList<>();
  private final Map<String, String> approved = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();

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
    return content.equals(approved.get(subject)) && used.add(subject)
        ? Optional.of("A1")
        : Optional.empty();
  }

  /** Ends the request about a subject as the approvals room would. */
  public void end(TestRooms rooms, String subject, ApprovalEnded.Ending ending, String... deciders) {
    var request = Optional.ofNullable(open.remove(subject)).orElseThrow();
    if (ending.isApproved()) {
      approved.put(subject, request.content());
    }
    rooms.publish(
        new ApprovalEnded("A1", request.kind(), subject, "", ending, List.of(deciders), ""));
  }
}
