package dev.siyu.embedded;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How one kind of child process is started, asked and ended. */
interface ChildSpec {

  String name();

  /** What to run now; asked again at every start, so it may carry the clock's present offset. */
  ProcessBuilder command() throws IOException;

  /** True once it does its work; false while it does not yet. */
  boolean ready() throws IOException;

  /** A process that ends the child when the app is gone; null when the child does so itself. */
  default @Nullable Process watcher(ProcessHandle child) throws IOException {
    return null;
  }

  /** Asks it to end in order; it is killed if it does not follow. */
  default void askToEnd(ProcessHandle process) {
    process.destroy();
  }
}
