package dev.siyu.simulator.journal;

/** A view built from facts alone; called under the journal's lock, in order. */
public interface Projection {

  void apply(Fact fact, Moment moment);

  /** Sees each received call; most views do not care. */
  default void heard(Call call) {}
}
