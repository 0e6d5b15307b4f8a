package dev.siyu.approvals;

import dev.siyu.approvals.ApprovalInbox.Answer;
import dev.siyu.approvals.CardFaces.About;
import dev.siyu.approvals.CardTable.Row;
import dev.siyu.approvals.CardTable.State;
import dev.siyu.tasks.StaffCardLane;
import dev.siyu.wecom.StaffCards.Card;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the cards of a request at what people can still decide on it. */
@Component
class CardBoard {

  private final CardTable table;
  private final RequestTable requests;
  private final LevelTable levels;
  private final DecisionTable decisions;
  private final Humans humans;
  private final ObjectProvider<StaffCardLane> lane;
  private final CardFaces faces;
  private final Clock clock;

  CardBoard(
      CardTable table,
      RequestTable requests,
      LevelTable levels,
      DecisionTable decisions,
      Humans humans,
      ObjectProvider<StaffCardLane> lane,
      ConsoleAddress console,
      Clock clock,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId zone) {
    this.table = table;
    this.requests = requests;
    this.levels = levels;
    this.decisions = decisions;
    this.humans = humans;
    this.lane = lane;
    this.faces = new CardFaces(console.console(), zone);
    this.clock = clock;
  }

  CardFaces faces() {
    return faces;
  }

  /** Asks somebody; with the same task id nothing happens. */
  void ask(AskedRequest asked, Row card, Human person, String words) {
    if (table.add(card, person.id(), clock.instant())) {
      var face = faces.asked(about(asked, card), words);
      lane.ifAvailable(way -> way.show(card.staff(), face));
    }
  }

  /** Lets a card show another face and stand in another state. */
  void turn(Row card, State state, Card face) {
    table.move(card.taskId(), state, clock.instant());
    boolean over = state == State.SAID || state == State.CLOSED;
    lane.ifAvailable(way -> way.change(face, over));
  }

  /** The card decided; when the request is over by now, it says how. */
  void said(AskedRequest asked, Row card, Instant at) {
    var about = about(asked, card);
    var ending = asked.ending();
    turn(card, State.SAID, ending == null ? faces.said(about, at) : faces.over(about, ending));
  }

  /**
   * After a decision, whichever way it came: who has nothing left to sign sees by whom.
   *
   * @param group that was just decided for, whatever the answer
   */
  void decided(AskedRequest asked, int level, String group, Answer answer, Human person) {
    var done = new HashSet<>(decisions.groupsAgreed(asked.id(), level));
    done.add(group);
    close(
        asked,
        table.of(asked.id()).stream()
            .filter(card -> card.level() == level && done.containsAll(card.groups()))
            .toList(),
        (about, card) -> faces.decided(about, answer, person.name()));
  }

  /**
   * What somebody said has no effect: their card says so, and nobody's says they decided.
   * Colleagues keep theirs when the level asks again: they get another one.
   */
  void tooLate(AskedRequest asked, DecisionTable.Row late) {
    var staff = humans.named(late.said().person()).map(Human::weComUserId).orElse(null);
    for (var card : ofRound(asked, late)) {
      boolean askedBack = decisions.isAskedBack(asked.id(), card.level(), card.afterTask());
      var about = about(asked, card);
      if (card.staff().equals(staff)) {
        close(card, faces.tooLate(about, askedBack));
      } else if (asked.isOpen() && !askedBack) {
        close(card, faces.passedOn(about));
      }
    }
  }

  /** Answered cards about the task that was decided; those of other rounds ask about others. */
  private List<Row> ofRound(AskedRequest asked, DecisionTable.Row decided) {
    var cards =
        table.of(asked.id()).stream()
            .filter(card -> card.level() == decided.said().level())
            .filter(card -> card.afterTask() < decided.taskKey())
            .toList();
    long round = cards.stream().mapToLong(Row::afterTask).max().orElse(0);
    return cards.stream()
        .filter(card -> card.afterTask() == round && !card.isOpen())
        .filter(card -> card.groups().contains(decided.said().group()))
        .toList();
  }

  private void close(Row card, Card face) {
    table.tooLate(card.taskId(), clock.instant());
    turn(card, State.CLOSED, face);
  }

  /** The newest task of the rounds before the one the level's cards ask about. */
  long round(AskedRequest asked, int level) {
    return table.round(asked.id(), level);
  }

  /** The next level decides now. */
  void passedOn(AskedRequest asked, int level) {
    close(
        asked,
        table.of(asked.id()).stream().filter(card -> card.level() < level).toList(),
        (about, card) -> faces.passedOn(about));
  }

  @EventListener
  void ended(ApprovalEnded end) {
    requests
        .find(AskedRequest.number(end.id()))
        .ifPresent(
            asked ->
                table
                    .of(asked.id())
                    .forEach(
                        card ->
                            turn(
                                card, State.CLOSED, faces.over(about(asked, card), end.ending()))));
  }

  About about(AskedRequest asked, Row card) {
    return new About(card.taskId(), asked, levels.reason(asked.id()), card.deadline());
  }

  Instant now() {
    return clock.instant();
  }

  private void close(AskedRequest asked, List<Row> cards, BiFunction<About, Row, Card> face) {
    cards.stream()
        .filter(Row::isOpen)
        .forEach(card -> turn(card, State.CLOSED, face.apply(about(asked, card), card)));
  }
}
