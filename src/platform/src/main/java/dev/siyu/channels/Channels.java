package dev.siyu.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Finds the channel a customer came through. */
public interface Channels {

  /** The channel of a live code's state; the channel {@code direct} when the state is unknown. */
  Channel ofState(@Nullable String state);

  /** As above, with the welcome of the time slice the moment falls into. */
  default Channel ofState(@Nullable String state, Instant at) {
    return ofState(state);
  }
}
