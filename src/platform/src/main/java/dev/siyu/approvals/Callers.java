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
   * In the caller's transaction.
   *
   * @param occasion what makes it another card than the one before
   * @param words a sentence on the card, may be empty
   */
  void call(
      AskedRequest asked,
      int level,
      List<String> groups,
      Instant dueAt,
      String occasion,
      String words) {
    var requester = humans.requester(asked);
    humans.enabled().stream()
        .filter(human -> requester.isEmpty() || !human.isSameAs(requester.get()))
        .forEach(
            human ->
                call(asked, level, theirs(human, groups, asked), dueAt, occasion, words, human));
  }

  private List<String> theirs(Human human, List<String> groups, AskedRequest asked) {
    var rights = entitlement.rights(human);
    return groups.stream()
        .filter(group -> rights.standsFor(group, asked.request().kind()))
        .toList();
  }

  private void call(
      AskedRequest asked,
      int level,
      List<String> groups,
      Instant dueAt,
      String occasion,
      String words,
      Human human) {
    var weCom = human.weComUserId();
    if (weCom == null || groups.isEmpty()) {
      return;
    }
    // with the second it was asked in: an app takes a task id once, also after a reinstallation
    var when = Long.toString(asked.askedAt().getEpochSecond(), Character.MAX_RADIX);
    var task = "%s-%s-%d-%s-%d".formatted(asked.name(), when, level, occasion, human.id());
    var card =
        new CardTable.Row(task, asked.id(), level, groups, weCom, asked.hash(), dueAt, State.ASKED);
    board.ask(asked, card, human, words);
  }
}
