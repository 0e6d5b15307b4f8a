package dev.siyu.simulator.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts about moments (朋友圈) that the corp asked its members to publish. */
public sealed interface PostFact extends Fact {

  String momentId();

  /**
   * The task was accepted; it is built after a while, then members may publish.
   *
   * @param attachments types, e.g. image
   * @param senders the members who are to publish, without those WeCom does not take
   * @param tagIds customers with one of them may see it; empty: all of the member's customers
   */
  record Created(
      String momentId,
      String jobId,
      String text,
      List<String> attachments,
      List<String> senders,
      List<String> tagIds,
      List<String> invalidSenders,
      List<String> invalidTagIds)
      implements PostFact {}

  /** A member published it; {@code viewers} see it. */
  record Published(String momentId, String staffUserId, List<String> viewers) implements PostFact {}

  record Cancelled(String momentId) implements PostFact {}

  /** A customer's reaction; {@code comment} null: a like. */
  record Reacted(
      String momentId, String staffUserId, String externalUserId, @Nullable String comment)
      implements PostFact {}
}
