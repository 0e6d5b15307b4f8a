package dev.siyu.replay;

import java.util.List;

/** The simulator's control interface, as the replay uses it. */
interface Outside {

  /**
   * Tells happenings of one kind; those told before change nothing.
   *
   * @throws Unwilling when one of them is malformed
   */
  void tell(String path, List<String> bodies);

  /** True when everything told has been delivered. */
  boolean delivered();

  /** It understood but will not take it, ever. */
  final class Unwilling extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unwilling(String reason) {
      super(reason);
    }
  }
}
