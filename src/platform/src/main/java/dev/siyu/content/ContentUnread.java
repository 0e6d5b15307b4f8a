package dev.siyu.content;

import dev.siyu.calls.NothingSent;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;

/** What is to be said could not be read, e.g. because the database is away. */
class ContentUnread extends DataAccessResourceFailureException implements NothingSent {

  ContentUnread(String key, DataAccessException why) {
    super("SIYU-3006 content " + key + " could not be read; the touch is tried again", why);
  }
}
