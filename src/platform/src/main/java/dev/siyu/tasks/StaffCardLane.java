package dev.siyu.tasks;

import dev.siyu.wecom.StaffCards.Card;

/**
 * Shows staff members cards with buttons (模板卡片) and changes them, within the limits of app
 * messages. Every call takes part in the caller's transaction; the calls to WeCom follow it.
 */
public interface StaffCardLane {

  /** Queues a card; with the same task id again nothing happens. */
  void show(String staffUserId, Card card);

  /**
   * Lets the member see another face of the card, as far as WeCom gave a code for it.
   *
   * @param over nothing is left to press: one that was not sent yet is called off
   */
  void change(Card card, boolean over);

  /** A press brought a code to change the card with; false when we know no such card. */
  boolean heard(String taskId, String responseCode);
}
