package dev.siyu.calls;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * What is to be sent could not be read, e.g. because the database is away: nothing has left Siyu. A
 * touch that ends so is tried again instead of being in doubt.
 */
public class NothingSent extends DataAccessResourceFailureException {

  public NothingSent(String what, DataAccessException why) {
    super("SIYU-3006 " + what + " could not be read; the touch is tried again", why);
  }
}
