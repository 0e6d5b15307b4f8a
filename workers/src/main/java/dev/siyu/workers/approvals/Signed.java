package dev.siyu.workers.approvals;

import dev.siyu.approvals.ApprovalSteps.Signature;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One entry of what the engine collected; empty where a task ended without an answer. */
record Signed(@Nullable String group, @Nullable String answer, @Nullable Long decision) {

  static List<Signature> given(@Nullable List<@Nullable Signed> all) {
    return Stream.ofNullable(all)
        .flatMap(List::stream)
        .filter(Objects::nonNull)
        .flatMap(one -> one.signature().stream())
        .toList();
  }

  private List<Signature> signature() {
    return group == null || answer == null || decision == null
        ? List.of()
        : List.of(new Signature(group, answer, decision));
  }
}
