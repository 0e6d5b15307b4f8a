package dev.siyu.history.exporter;

/** The batch could not be written now; the same batch is tried again later. */
final class HistoryUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  HistoryUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  HistoryUnavailable(String message) {
    super(message);
  }
}
