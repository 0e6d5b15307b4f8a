package dev.siyu.touchpoints;

import dev.siyu.batching.GroupCommit;
import dev.siyu.calls.CallResult;
import dev.siyu.calls.NothingSent;
import dev.siyu.time.Quiet;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Claim and commit, then call, then record and commit; never a call before its claim. */
@Component
class LedgerTouchpoints implements Touchpoints, Quiet {

  private static final Logger log = LoggerFactory.getLogger(LedgerTouchpoints.class);
  private static final int BATCH = 256;
  private static final int WAITING = 10_000;
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final LedgerEndings endings;
  private final GroupCommit<Touch, Claim> claims;
  private final GroupCommit<LedgerEndings.Ending, Boolean> records;
  private final ConcurrentLinkedQueue<LedgerEndings.Ending> unrecorded =
      new ConcurrentLinkedQueue<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicLong asked = new AtomicLong();

  LedgerTouchpoints(LedgerClaims ledger, LedgerEndings endings, TransactionTemplate transactions) {
    this.endings = endings;
    this.claims = new GroupCommit<>("touch-claims", BATCH, WAITING, ledger::claim);
    this.records =
        new GroupCommit<>(
            "touch-records",
            BATCH,
            WAITING,
            batch -> transactions.execute(status -> endings.record(batch)));
  }

  @Override
  public TouchOutcome make(Touch touch, Supplier<CallResult<Receipt>> call) {
    return make(touch, version -> call.get());
  }

  @Override
  public TouchOutcome make(Touch touch, IntFunction<CallResult<Receipt>> call) {
    inFlight.incrementAndGet();
    asked.incrementAndGet();
    try {
      return switch (done(claims.submit(touch))) {
        case Claim.Told told -> told.outcome();
        case Claim.Granted granted -> called(granted, touch, call);
      };
    } finally {
      inFlight.decrementAndGet();
    }
  }

  private TouchOutcome called(
      Claim.Granted claim, Touch touch, IntFunction<CallResult<Receipt>> call) {
    CallResult<Receipt> result;
    try {
      result = call.apply(claim.contentVersion());
    } catch (RuntimeException e) {
      result = brokenOff(touch, e);
    }
    record(endings.ending(claim, result), touch);
    return outcome(result);
  }

  private static CallResult<Receipt> brokenOff(Touch touch, RuntimeException e) {
    if (e instanceof NothingSent) {
      log.warn("SIYU-3006 nothing was sent for {}; it is tried again in {}", touch.key(), AGAIN, e);
      return new CallResult.Retryable<>("SIYU-3006", "尚未发出：" + e.getMessage(), AGAIN);
    }
    log.error("SIYU-3004 call for {} broke off; it is UNKNOWN until resolved", touch.key(), e);
    return new CallResult.Unknown<>("SIYU-3004", "调用中断：" + e.getClass().getSimpleName());
  }

  private void record(LedgerEndings.Ending ending, Touch touch) {
    try {
      if (!done(records.submit(ending))) {
        log.warn("Touch {} had moved on before {} came in", touch.key(), ending.state());
      }
    } catch (RuntimeException e) {
      unrecorded.add(ending);
      log.error(
          "SIYU-3005 end of {} ({}) not recorded; again with the next sweep",
          touch.key(),
          ending.state(),
          e);
    }
  }

  /** Records what could not be recorded when it happened, e.g. while the database was away. */
  void recordLate() {
    var late = new ArrayList<LedgerEndings.Ending>();
    for (var ending = unrecorded.poll(); ending != null; ending = unrecorded.poll()) {
      late.add(ending);
    }
    try {
      List<CompletableFuture<Boolean>> all = late.stream().map(records::submit).toList();
      all.forEach(LedgerTouchpoints::done);
    } catch (RuntimeException e) {
      unrecorded.addAll(late); // writing an ending twice changes nothing
      throw e;
    }
  }

  boolean hasUnrecorded() {
    return !unrecorded.isEmpty();
  }

  private static TouchOutcome outcome(CallResult<Receipt> result) {
    return switch (result) {
      case CallResult.Ok<Receipt> ok ->
          ok.value().queued()
              ? new TouchOutcome.Queued(ok.value().providerId())
              : new TouchOutcome.Sent(ok.value().providerId());
      case CallResult.Declined<Receipt> no -> new TouchOutcome.Declined(no.code(), no.reason());
      case CallResult.Retryable<Receipt> again ->
          new TouchOutcome.Retryable(again.code(), again.reason(), again.after());
      case CallResult.Broken<Receipt> broken ->
          new TouchOutcome.Broken(broken.code(), broken.reason());
      case CallResult.Unknown<Receipt> unknown ->
          new TouchOutcome.Unknown(unknown.code(), unknown.reason());
    };
  }

  private static <R> R done(CompletableFuture<R> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  public String name() {
    return "touchpoints";
  }

  @Override
  public boolean isQuiet() {
    return inFlight.get() == 0 && unrecorded.isEmpty();
  }

  @Override
  public long passed() {
    return asked.get();
  }

  @PreDestroy
  void close() {
    claims.close();
    records.close();
  }
}
