package dev.siyu.history.exporter;

import java.sql.SQLException;

/** Somebody else (an old or new leader of the partition) moved the position in between. */
final class PositionMoved extends SQLException {

  private static final long serialVersionUID = 1L;
}
