package dev.siyu.batching;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * An answer that is asked for all the time and read again only when it is older than a moment. An
 * answer whose reading began before a change here is given, but not remembered.
 */
public final class Remembered<T> {

  private record Known<T>(Optional<T> answer, long readAtNanos) {}

  private final Supplier<T> question;
  private final long keptNanos;
  private final LongSupplier nanos;
  private final AtomicReference<Known<T>> known;

  /**
   * @param kept how old an answer may be, in real time
   */
  public Remembered(Duration kept, Supplier<T> question) {
    this(kept, question, System::nanoTime);
  }

  Remembered(Duration kept, Supplier<T> question, LongSupplier nanos) {
    this.question = question;
    this.keptNanos = kept.toNanos();
    this.nanos = nanos;
    this.known = new AtomicReference<>(nothing());
  }

  public T get() {
    var last = Objects.requireNonNull(known.get());
    boolean fresh = nanos.getAsLong() - last.readAtNanos <= keptNanos;
    return fresh && last.answer.isPresent() ? last.answer.get() : read(last);
  }

  /** It was changed here: read again when it is asked for next. */
  public void forget() {
    known.set(nothing());
  }

  private T read(Known<T> instead) {
    long at = nanos.getAsLong();
    var answer = question.get();
    known.compareAndSet(instead, new Known<>(Optional.of(answer), at));
    return answer;
  }

  private Known<T> nothing() {
    return new Known<>(Optional.empty(), 0);
  }
}
