package dev.siyu.groups;

import dev.siyu.wecom.GroupChats.Seen;
import dev.siyu.wecom.WeComEvent.GroupChanged;
import java.time.Duration;
import java.time.Instant;

/**
 * What WeCom tells about groups. An event says only that something changed: the group is asked how
 * it stands, and what differs from before is the effect. So lost, doubled and late events do no
 * harm.
 */
public interface GroupNews {

  /** How a group stands. */
  sealed interface Look {

    /** {@code asOf}: our clock just before WeCom was asked. */
    record Found(Seen seen, Instant asOf) implements Look {}

    /** It does not exist (any more). */
    record Gone(Instant asOf) implements Look {}

    record Later(Duration after, String reason) implements Look {}

    /** WeCom does not tell, and asking again does not help. */
    record Untold(String reason) implements Look {}
  }

  /** Asks WeCom; not within a transaction. */
  Look look(GroupChanged changed);

  /**
   * Applies what was found in the caller's transaction, which tells the journeys of customers who
   * joined or left; answers what it was without effect for, or an empty text.
   */
  String apply(GroupChanged changed, Look look);
}
