package dev.siyu.tags;

import java.time.Instant;

/** What WeCom's callbacks tell of tags; in the event's transaction. */
public interface TagNews {

  /** Somebody, perhaps we ourselves, changed what a member knows of a contact. */
  void contactEdited(String externalUserId, Instant at);

  /** The corp's tags were created, changed, deleted or put in another order. */
  void corpTagsChanged();
}
