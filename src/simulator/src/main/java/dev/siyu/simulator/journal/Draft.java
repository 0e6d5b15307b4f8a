package dev.siyu.simulator.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The line being written. A recorded fact is visible at once to the rest of the same work. */
public final class Draft {

  private final long seq;
  private final Instant at;
  private final BiConsumer<Fact, Moment> views;
  private final List<Fact> facts = new ArrayList<>();
  private @Nullable Call call;

  Draft(long seq, Instant at, BiConsumer<Fact, Moment> views) {
    this.seq = seq;
    this.at = at;
    this.views = views;
  }

  public Instant at() {
    return at;
  }

  public void record(Fact fact) {
    views.accept(fact, new Moment(seq + "-" + facts.size(), at));
    facts.add(fact);
  }

  public void call(Call received) {
    this.call = received;
  }

  boolean isEmpty() {
    return facts.isEmpty() && call == null;
  }

  Entry entry() {
    return new Entry(seq, at, call, facts);
  }
}
