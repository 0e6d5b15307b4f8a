package dev.siyu.simulator.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that happened, in order. All state is a {@link Projection} of it; one lock guards
 * both, so a decision and its line are one step.
 */
public final class Journal implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

  private final ReentrantLock lock = new ReentrantLock();
  private final JournalFile file;
  private final SimulatedClock clock;
  private final List<Projection> views;
  private long seq;
  private String incarnation = "";

  /** Reads what is in {@code directory}, then is ready to write. */
  public Journal(Path directory, SimulatedClock clock, List<Projection> views) throws IOException {
    this.file = new JournalFile(directory);
    this.clock = clock;
    this.views = views;
    file.forEach(Long.MAX_VALUE, "", this::rebuild);
    if (seq == 0) {
      String fresh = UUID.randomUUID().toString().substring(0, 8);
      write(draft -> record(draft, new WorldFact.JournalOpened(fresh)));
    } else {
      LOG.info("read {} lines from the journal, going on at {}", seq, seq + 1);
    }
  }

  /** Decides and records in one step; an empty draft leaves no line. */
  public <T> T write(Function<Draft, T> work) {
    lock.lock();
    try {
      Draft draft = new Draft(seq + 1, now(), this::apply);
      try {
        return work.apply(draft);
      } finally {
        if (!draft.isEmpty()) {
          append(draft.entry());
        }
      }
    } finally {
      lock.unlock();
    }
  }

  public void note(Fact fact) {
    write(draft -> record(draft, fact));
  }

  public <T> T read(Supplier<T> question) {
    lock.lock();
    try {
      return question.get();
    } finally {
      lock.unlock();
    }
  }

  /** All calls so far, oldest first, read from the file without holding up writers. */
  public void forEachCall(Consumer<Entry> reader) {
    file.forEach(read(() -> seq), "\"call\":{", reader);
  }

  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  public String incarnation() {
    return incarnation;
  }

  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      file.close();
    } finally {
      lock.unlock();
    }
  }

  private static boolean record(Draft draft, Fact fact) {
    draft.record(fact);
    return true;
  }

  private void append(Entry entry) {
    file.append(entry);
    seq = entry.seq();
    Call call = entry.call();
    if (call != null) {
      views.forEach(view -> view.heard(call));
    }
  }

  private void rebuild(Entry entry) {
    int index = 0;
    for (Fact fact : entry.factsOrNone()) {
      apply(fact, new Moment(entry.seq() + "-" + index++, entry.at()));
    }
    seq = entry.seq();
    Call call = entry.call();
    if (call != null) {
      views.forEach(view -> view.heard(call));
    }
  }

  private void apply(Fact fact, Moment moment) {
    if (fact instanceof WorldFact.ClockSet set) {
      clock.offset(set.offsetMillis());
    }
    if (fact instanceof WorldFact.JournalOpened opened) {
      incarnation = opened.incarnation();
    }
    views.forEach(view -> view.apply(fact, moment));
  }
}
