package dev.siyu.handovers;

import java.time.Instant;

/** The steps of the journey account-hand-over; each may be repeated after a crash. */
public interface HandOverWork {

  /** How asking WeCom for the transfers ended. */
  sealed interface Started {

    /** All are asked for; results can be had from {@code resultsAt} on. */
    record All(Instant resultsAt) implements Started {}

    /** There are more; the next job goes on. */
    record More() implements Started {}

    /** WeCom wants us to wait. */
    record Later(Instant notBefore) implements Started {}

    /** WeCom hands nothing over from this account; a person has to act. */
    record Blocked() implements Started {}
  }

  /** What has become of the transfers. */
  sealed interface Collected {

    /** Some are not decided. */
    record Waiting(Instant notBefore) implements Collected {}

    /** Some need another receiver, or their call had no effect. */
    record Again() implements Collected {}

    /** All are over; {@code forPeople} of them did not go over. */
    record Over(int forPeople) implements Collected {}
  }

  /** Chooses receivers for all customers that need one; answers how many are to be asked for. */
  int plan(String id);

  Started start(String id);

  Collected collect(String id);

  /** Ends it; what was not handed over goes to the list for people. */
  void giveUp(String id, String why);
}
