package dev.siyu.approvals;

import dev.siyu.approvals.CardTable.State;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells people by card that something waits for their decision. */
@Component
class Callers {

  private final Humans humans;
  private final Entitlement entitlement;
  private final CardBoard board;

  Callers(Humans humans, Entitlement entitlement, CardBoard board) {
    this.humans = humans;
    this.entitlement = entitlement;
    this.board = board;
  }

  /**
   * What people are told.
   *
   * @param afterTask key of the newest task of the rounds before; 0: there were none
   * @param occasion what makes it another card than the one before
   * @param words a sentence on the card, may be empty
   */
  record Call(
      int level,
      List<String> groups,
      Instant dueAt,
      long afterTask,
      String occasion,
      String words) {}

  /** In the caller's transaction. */
  void call(AskedRequest asked, Call call) {
    var requester = humans.requester(asked);
    humans.enabled().stream()
        .filter(human -> requester.isEmpty() || !human.isSameAs(requester.get()))
        .forEach(human -> call(asked, call, theirs(human, call.groups(), asked), human));
  }

  private List<String> theirs(Human human, List<String> groups, AskedRequest asked) {
    var rights = entitlement.rights(human);
    return groups.stream()
        .filter(group -> rights.standsFor(group, asked.request().kind()))
        .toList();
  }

  private void call(AskedRequest asked, Call call, List<String> groups, Human human) {
    var weCom = human.weComUserId();
    if (weCom == null || groups.isEmpty()) {
      return;
    }
    // with the second it was asked in: an app takes a task id once, also after a reinstallation
    var when = Long.toString(asked.askedAt().getEpochSecond(), Character.MAX_RADIX);
    var task =
        "%s-%s-%d-%s-%d".formatted(asked.name(), when, call.level(), call.occasion(), human.id());
    var card =
        new CardTable.Row(
            task,
            asked.id(),
            call.level(),
            groups,
            weCom,
            asked.hash(),
            call.dueAt(),
            call.afterTask(),
            State.ASKED);
    board.ask(asked, card, human, call.words());
  }
}
