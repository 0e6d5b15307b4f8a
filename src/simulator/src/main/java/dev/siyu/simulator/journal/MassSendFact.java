package dev.siyu.simulator.journal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts about mass-send tasks (群发). */
public sealed interface MassSendFact extends Fact {

  String msgId();

  /**
   * {@code receivers}: staff user id to the customers (or groups) this member is asked to write to.
   *
   * @param chatType group; null: to customers
   */
  record Created(
      String msgId, String text, Map<String, List<String>> receivers, @Nullable String chatType)
      implements MassSendFact {}

  /** {@code results}: customer to status 1 sent, 2 not a friend, 3 limit reached. */
  record Confirmed(String msgId, String staffUserId, Map<String, Integer> results)
      implements MassSendFact {}

  record Reminded(String msgId) implements MassSendFact {}

  record Cancelled(String msgId) implements MassSendFact {}
}
