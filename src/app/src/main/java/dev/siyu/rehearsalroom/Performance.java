package dev.siyu.rehearsalroom;

import dev.siyu.rehearsals.Stage;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Plays the order on this throw-away product, then ends the process, however it went. */
class Performance {

  private static final Logger log = LoggerFactory.getLogger(Performance.class);

  private final Papers papers;
  private final Consumer<Stage.Order> play;
  private final Runnable exit;

  /**
   * @param play writes the report at its end
   * @param exit of this process
   */
  Performance(Papers papers, Consumer<Stage.Order> play, Runnable exit) {
    this.papers = papers;
    this.play = play;
    this.exit = exit;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    Thread.ofPlatform().name("performance").start(this::perform);
  }

  void perform() {
    try {
      play.accept(papers.readOrder());
    } catch (RuntimeException | Error e) {
      tell(e);
    } finally {
      exit.run();
    }
  }

  /** The log first: its last lines are shown with the failure. */
  private void tell(Throwable why) {
    try {
      log.error("SIYU-3702 the rehearsal cannot go on; the product outside is told", why);
    } finally {
      papers.writeFailure(reason(why));
    }
  }

  /** Exceptions of ours say what is wrong; of an error the kind matters too. */
  private static String reason(Throwable why) {
    String message = why.getMessage();
    return message == null || why instanceof Error ? why.toString() : message;
  }
}
