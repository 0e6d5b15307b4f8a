package dev.siyu.approvals;

import dev.siyu.approvals.ApprovalInbox.Answer;
import dev.siyu.approvals.ApprovalInbox.Channel;
import dev.siyu.approvals.ApprovalInbox.Choice;
import dev.siyu.approvals.ApprovalInbox.Outcome;
import dev.siyu.approvals.CardTable.Row;
import dev.siyu.approvals.CardTable.State;
import dev.siyu.tasks.StaffCardLane;
import dev.siyu.wecom.WeComEvent;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What pressing a button of an approval card does: the first tap asks to confirm, the second
 * decides, bound to the content the card shows. Runs in the transaction of the callback's event.
 */
@Component
class CardPresses {

  private static final Logger log = LoggerFactory.getLogger(CardPresses.class);
  private static final String NOT_YET = "任务正在生成，请过一会儿再按“同意”。";

  private final CardTable table;
  private final CardBoard board;
  private final RequestTable requests;
  private final TaskReads tasks;
  private final RefusalTable refusals;
  private final Humans humans;
  private final Entitlement entitlement;
  private final Deciding deciding;
  private final ObjectProvider<StaffCardLane> lane;

  CardPresses(
      CardTable table,
      CardBoard board,
      RequestTable requests,
      TaskReads tasks,
      RefusalTable refusals,
      Humans humans,
      Entitlement entitlement,
      Deciding deciding,
      ObjectProvider<StaffCardLane> lane) {
    this.table = table;
    this.board = board;
    this.requests = requests;
    this.tasks = tasks;
    this.refusals = refusals;
    this.humans = humans;
    this.entitlement = entitlement;
    this.deciding = deciding;
    this.lane = lane;
  }

  @EventListener
  void pressed(WeComEvent.CardPressed press) {
    // the request before its cards, as everybody does: two presses never wait for each other
    var asked = table.find(press.taskId()).flatMap(card -> requests.hold(card.request()));
    lane.ifAvailable(way -> way.heard(press.taskId(), press.responseCode()));
    // read again: whoever held the request before may have moved the card
    var card = table.find(press.taskId());
    if (asked.isEmpty() || card.isEmpty()) {
      log.debug("Card {} asks nothing of ours; the press is left alone", press.taskId());
      return;
    }
    pressed(press, asked.get(), card.get());
  }

  private void pressed(WeComEvent.CardPressed press, AskedRequest asked, Row card) {
    var person = humans.withWeCom(press.staffUserId()).orElse(null);
    if (person == null || !press.staffUserId().equals(card.staff())) {
      stranger(press, asked, card, person);
      return;
    }
    if (card.state() == State.SAID) {
      board.said(asked, card, press.at());
      return;
    }
    switch (press.key()) {
      case CardFaces.APPROVE -> first(asked, card, person);
      case CardFaces.CONFIRM -> second(press, asked, card, person);
      case CardFaces.BACK -> show(asked, card, State.ASKED, "");
      default -> log.info("SIYU-8023 card {} has no button {}", card.taskId(), press.key());
    }
  }

  private void first(AskedRequest asked, Row card, Human person) {
    var task = task(asked, card, person);
    if (task.isEmpty()) {
      nothingToSign(asked, card, person);
      return;
    }
    var refused = deciding.objection(choice(asked, card, task.get()), asked, person, task.get());
    if (refused.isPresent()) {
      refuse(asked, card, refused.get().zh());
      return;
    }
    board.turn(card, State.CONFIRM, board.faces().confirm(board.about(asked, card)));
  }

  private void second(WeComEvent.CardPressed press, AskedRequest asked, Row card, Human person) {
    var task = task(asked, card, person);
    if (task.isEmpty() || card.state() != State.CONFIRM) {
      first(asked, card, person);
      return;
    }
    switch (deciding.decide(choice(asked, card, task.get()), person.name())) {
      case Outcome.Accepted stored -> board.said(asked, card, press.at());
      case Outcome.Refused refused -> refuse(asked, card, refused.zh());
      case Outcome.NotFound none -> show(asked, card, State.ASKED, NOT_YET);
      case Outcome.Wrong wrong -> show(asked, card, State.ASKED, wrong.what());
    }
  }

  /** The engine has not reported the task yet, or everything is over. */
  private void nothingToSign(AskedRequest asked, Row card, Human person) {
    if (asked.isOpen()) {
      show(asked, card, State.ASKED, NOT_YET);
      return;
    }
    var rule = FourEyes.Rule.VOID;
    refusals.add(asked.id(), null, person, rule.name(), rule.zh, board.now());
    refuse(asked, card, rule.zh);
  }

  private void stranger(
      WeComEvent.CardPressed press, AskedRequest asked, Row card, @Nullable Human person) {
    var rule = FourEyes.Rule.NOT_ENTITLED;
    if (person == null) {
      refusals.addStranger(asked.id(), press.staffUserId(), rule.name(), rule.zh, board.now());
    } else {
      refusals.add(asked.id(), null, person, rule.name(), rule.zh, board.now());
    }
    log.info(
        "SIYU-8010 {} may not decide on {} by card: {}; kept for the audit",
        press.staffUserId(),
        asked.name(),
        rule);
    if (press.staffUserId().equals(card.staff())) {
      refuse(asked, card, rule.zh);
    }
  }

  private void refuse(AskedRequest asked, Row card, String why) {
    board.turn(card, State.CLOSED, board.faces().refused(board.about(asked, card), why));
  }

  private void show(AskedRequest asked, Row card, State state, String words) {
    board.turn(card, state, board.faces().asked(board.about(asked, card), words));
  }

  /**
   * One they may sign now, else one of the card's round: so that the refusal names its reason. What
   * was decided in a round before is no answer to this card.
   */
  private Optional<TaskReads.Task> task(AskedRequest asked, Row card, Human person) {
    var rights = entitlement.rights(person);
    return tasks.undecidedOf(asked.name()).stream()
        .filter(task -> task.key() > card.afterTask())
        .filter(task -> !task.isForRequester() && rights.isTheirs(task, asked))
        .findFirst()
        .or(
            () ->
                tasks.signaturesOf(asked.name()).stream()
                    .filter(task -> task.key() > card.afterTask())
                    .filter(task -> card.groups().contains(task.group()))
                    .findFirst());
  }

  private static Choice choice(AskedRequest asked, Row card, TaskReads.Task task) {
    return new Choice(
        asked.name(), task.key(), Answer.APPROVE, card.hash(), "", Map.of(), Channel.CARD);
  }
}
