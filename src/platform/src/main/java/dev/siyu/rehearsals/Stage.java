package dev.siyu.rehearsals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a rehearsal is played: a throw-away product with its own engine, database and outside. */
public interface Stage {

  /** A drawing as text. */
  record Drawing(String processId, String xml) {}

  /** A CSV file of the recording. */
  record File(String name, String content) {}

  /**
   * What is to be played.
   *
   * @param processId the rehearsed drawing's
   * @param drawings to be deployed, the rehearsed one and those that differ from the shipped ones
   * @param replay as for the command line, e.g. {@code from=2010-12-01,to=2011-01-31}
   * @param files empty: the sample year
   * @param contents approved texts of this installation, a JSON array of rows; null: the shipped
   *     ones
   */
  record Order(
      long id,
      String processId,
      List<Drawing> drawings,
      String replay,
      List<File> files,
      @Nullable String contents,
      int seed,
      Instant standsAt,
      Duration grain,
      Scenario.People people) {}

  /**
   * How far it is.
   *
   * @param phase START, PLAY, REPORT
   * @param at the clock on the stage
   * @param sent happenings told so far, of {@code total}
   */
  record Progress(String phase, Instant at, long sent, long total) {}

  /** How it ended. */
  sealed interface Ending {
    /** {@code report}: JSON. */
    record Done(String report) implements Ending {}

    record Failed(String code, String reason) implements Ending {}

    record Cancelled() implements Ending {}
  }

  /** Who watches. */
  interface Audience {

    void progress(Progress progress);

    /** True when nobody wants to see the rest. */
    boolean leaves();

    /** One customer's story, JSON; after the last progress. */
    void story(String customer, String json);
  }

  /** Plays to the end, in the caller's thread; nothing is left behind on return. */
  Ending play(Order order, Audience audience);

  /** Ends and deletes what a rehearsal left behind when this app was killed. */
  void clear();
}
