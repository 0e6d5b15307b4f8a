package dev.siyu.engine;

import java.util.List;

/** The way into the engine: an outbox, written in the caller's transaction, published after it. */
public interface JourneyMessages {

  void announce(List<Announcement> announcements);
}
