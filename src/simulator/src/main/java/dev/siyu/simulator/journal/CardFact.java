package dev.siyu.simulator.journal;

/** Facts about cards with buttons (模板卡片) that an app sent to members. */
public sealed interface CardFact extends Fact {

  String taskId();

  /**
   * A member has the card.
   *
   * @param card the template_card as JSON
   * @param responseCode lets the app update the card once
   */
  record Received(
      String taskId, String staffUserId, String agentId, String card, String responseCode)
      implements CardFact {}

  /** A member pressed a button; the app is told. */
  record Pressed(
      String taskId,
      String staffUserId,
      String agentId,
      String cardType,
      String key,
      String responseCode)
      implements CardFact {}

  /**
   * The app used up a code to change what a member sees.
   *
   * @param card the new template_card as JSON
   */
  record Updated(String taskId, String staffUserId, String responseCode, String card)
      implements CardFact {}
}
