package dev.siyu.approvals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** In whose right a person may take a task. */
@Component
class Entitlement {

  /**
   * @param principal null: in their own right
   */
  record Right(boolean entitled, @Nullable Human principal) {}

  private final Humans humans;
  private final DeputyTable deputies;

  Entitlement(Humans humans, DeputyTable deputies) {
    this.humans = humans;
    this.deputies = deputies;
  }

  /**
   * Their own right first, then that of somebody they stand in for.
   *
   * @param barred through whom it is refused anyway; taken only when there is nobody else, so that
   *     the refusal names it
   */
  Right of(Human person, String group, ApprovalKind kind, List<Human> barred) {
    if (person.isIn(group)) {
      return new Right(true, null);
    }
    var principals =
        deputies.principals(person, kind).stream()
            .map(humans::find)
            .flatMap(Optional::stream)
            .filter(principal -> principal.isIn(group))
            .toList();
    var free =
        principals.stream()
            .filter(principal -> barred.stream().noneMatch(principal::isSameAs))
            .findFirst();
    return Stream.of(free, principals.stream().findFirst())
        .flatMap(Optional::stream)
        .findFirst()
        .map(principal -> new Right(true, principal))
        .orElse(new Right(false, null));
  }
}
