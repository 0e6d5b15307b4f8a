package dev.siyu.attribution;

import dev.siyu.time.DueWork;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the book again every five minutes of real time: a replay that moves a year in an hour is
 * not held up by it.
 */
@Component
class BookChecks implements DueWork {

  private static final Logger log = LoggerFactory.getLogger(BookChecks.class);
  private static final Duration EVERY = Duration.ofMinutes(5);
  private static final String SAVE =
      """
      INSERT INTO book_check (name, ok, details, checked_at, took_ms)
      VALUES (:name, :ok, :details, :now, :took)
      ON CONFLICT (name) DO UPDATE SET ok = excluded.ok, details = excluded.details,
        checked_at = excluded.checked_at, took_ms = excluded.took_ms
      """;

  private final JdbcClient jdbc;
  private final LongSupplier nanos;
  private volatile long last;
  private volatile boolean begun;

  @Autowired
  BookChecks(JdbcClient jdbc) {
    this(jdbc, System::nanoTime);
  }

  BookChecks(JdbcClient jdbc, LongSupplier nanos) {
    this.jdbc = jdbc;
    this.nanos = nanos;
  }

  @Override
  public String name() {
    return "book-checks";
  }

  @Override
  public Optional<Instant> nextDue() {
    boolean due = !begun || nanos.getAsLong() - last >= EVERY.toNanos();
    return due ? Optional.of(Instant.EPOCH) : Optional.empty();
  }

  @Override
  public void runDue(Instant now) {
    begun = true;
    last = nanos.getAsLong();
    BookCheck.ALL.forEach(check -> run(check, now));
  }

  private void run(BookCheck check, Instant now) {
    long from = nanos.getAsLong();
    long broken = jdbc.sql(check.sql()).query(Long.class).single();
    if (broken != 0) {
      log.error(
          "SIYU-8140 the book is wrong: {} ({}); nothing is corrected by itself, look at it now",
          check.name(),
          broken);
    }
    jdbc.sql(SAVE)
        .param("name", check.name())
        .param("ok", broken == 0)
        .param("details", broken == 0 ? "" : String.valueOf(broken))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("took", Duration.ofNanos(nanos.getAsLong() - from).toMillis())
        .update();
  }
}
