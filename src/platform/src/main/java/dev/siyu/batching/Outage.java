package dev.siyu.batching;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells trouble with the database from trouble with what was to be written. */
final class Outage {

  /** True when a failure means that the database cannot be reached or is out of resources. */
  static boolean isBehind(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException
          || (cause instanceof SQLException sql && isOutage(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  /** Classes 08 connection, 53 resources, 57 operator intervention (PostgreSQL appendix A). */
  private static boolean isOutage(@Nullable String state) {
    return state != null
        && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57"));
  }

  private Outage() {}
}
