package dev.siyu.approvals;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
        principals(person, kind).stream().filter(principal -> principal.isIn(group)).toList();
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

  /** For many requests: whom the person stands in for is looked up once for each kind. */
  Rights rights(Human person) {
    return new Rights(person);
  }

  private List<Human> principals(Human person, ApprovalKind kind) {
    return deputies.principals(person, kind).stream()
        .map(humans::find)
        .flatMap(Optional::stream)
        .toList();
  }

  /** What a person may take, during one question. */
  final class Rights {

    private final Human person;
    private final Map<ApprovalKind, List<Human>> principals = new EnumMap<>(ApprovalKind.class);

    private Rights(Human person) {
      this.person = person;
    }

    /** Their tasks: what waits for a group of theirs, or for what they asked themselves. */
    boolean isTheirs(TaskReads.Task task, AskedRequest asked) {
      boolean own = asked.isBy(person);
      return task.isForRequester() ? own : !own && standsFor(task.group(), asked.request().kind());
    }

    boolean standsFor(String group, ApprovalKind kind) {
      return person.isIn(group)
          || principals.computeIfAbsent(kind, key -> principals(person, key)).stream()
              .anyMatch(principal -> principal.isIn(group));
    }
  }
}
