package dev.siyu.journeys;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Versions beside the one that everybody starts. */
public interface Candidates {

  /**
   * What runs for everybody.
   *
   * @param checksum SHA-256 of the drawing, hex
   */
  record Live(int version, long definitionKey, String checksum, String xml) {}

  Optional<Live> live(String processId);

  /** SHA-256 of any text, hex. */
  String checksum(String text);

  /** SHA-256 over a drawing and the forms it names, hex: what takes effect with it. */
  String fingerprint(String xml);

  /**
   * Nothing when the drawing may be deployed.
   *
   * @throws DrawingRefused when the check finds an error
   */
  void check(String xml);

  /**
   * Brings a checked drawing into the engine and the live one back on top of it, under a new
   * number, while all traffic is held and no message is on its way: start messages go on starting
   * the live one, on every partition. Safe to repeat; each time costs a version.
   *
   * @throws DrawingRefused when the check finds an error
   * @throws dev.siyu.engine.EngineRefused when the engine does not answer; traffic stays held until
   *     the live drawing is on top again
   * @throws IllegalStateException when nothing was held nor placed: the start is not over
   *     (SIYU-8087), the history is behind (SIYU-8084) or messages stay on their way (SIYU-8082)
   */
  JourneyStudio.Deployment place(String xml, @Nullable String comment, String actor);

  /**
   * Has everybody start the live drawing again, although another one may have come on top of it;
   * traffic is held for seconds at most. Safe to repeat; it costs no version when nothing came.
   *
   * @return false when none was live before, so that there is nothing to go back to
   * @throws dev.siyu.engine.EngineRefused when the engine does not answer
   * @throws IllegalStateException when not every partition starts it yet (SIYU-8086), or the start
   *     is not over (SIYU-8087)
   */
  boolean bringBack(String processId);
}
