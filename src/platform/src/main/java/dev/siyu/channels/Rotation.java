package dev.siyu.channels;

import dev.siyu.accounts.Accounts;
import dev.siyu.accounts.AccountsChanged;
import dev.siyu.accounts.AccountsChanged.Cause;
import dev.siyu.batching.Bell;
import dev.siyu.channels.ChannelDesk.CodeStatus;
import dev.siyu.time.DueWork;
import dev.siyu.time.Quiet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the right accounts behind every live code: looks anew when something has changed that could
 * change the outcome, and at the moments it knows of before (hours begin, the day ends, a pushed
 * code may be pushed again). One thread; adds in a burst only ring its bell.
 */
@Component
class Rotation implements SmartLifecycle, Quiet, DueWork {

  private static final Logger log = LoggerFactory.getLogger(Rotation.class);
  private static final Duration AT_MOST_EVERY = Duration.ofMillis(250);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

  private final Accounts accounts;
  private final LiveCodeTable table;
  private final LiveCodes codes;
  private final Pushes pushes;
  private final LiveCodeSettings settings;
  private final Clock clock;
  private final Headroom headroom = new Headroom();
  private final Bell bell = new Bell();
  private final Bell stopped = new Bell();
  private final AtomicLong wanted = new AtomicLong();
  private volatile long done;
  private volatile @Nullable Instant next;
  private volatile boolean running;
  private @Nullable Thread thread;

  Rotation(
      Accounts accounts,
      LiveCodeTable table,
      LiveCodes codes,
      Pushes pushes,
      LiveCodeSettings settings,
      Clock clock) {
    this.accounts = accounts;
    this.table = table;
    this.codes = codes;
    this.pushes = pushes;
    this.settings = settings;
    this.clock = clock;
  }

  @EventListener
  void changed(AccountsChanged change) {
    if (change.cause() == Cause.DECIDED || headroom.isUsedUpBy(change.userId())) {
      lookAgain();
    }
  }

  /** Looks soon; never blocks. */
  void lookAgain() {
    wanted.incrementAndGet();
    bell.ring();
  }

  /** Looks now: decides who serves, pushes what differs, plans the next look. */
  synchronized void look() {
    long asked = wanted.get();
    codes.timeOut();
    var now = clock.instant();
    var standings = accounts.standings();
    headroom.measure(standings, settings.shareSlack());
    var plan = new NextLook(now, accounts.zone());
    for (var row : table.all()) {
      if (row.status() == CodeStatus.ACTIVE) {
        var team = Teams.of(row.team(), standings);
        var pick = Teams.pick(team, now, accounts.zone(), settings);
        plan.consider(team, pick);
        plan.at(pushes.push(row, pick, standings, now));
      } else if (row.status() == CodeStatus.RETIRING) {
        plan.at(retire(row, now));
      } else if (row.status() == CodeStatus.CREATING && row.askedAt() != null) {
        plan.at(row.askedAt().plus(settings.createTimeout()));
      }
    }
    next = plan.earliest();
    done = asked;
  }

  private @Nullable Instant retire(LiveCodeTable.Row row, Instant now) {
    var due = row.askedAt() == null ? now : row.askedAt().plus(settings.retry());
    if (!due.isAfter(now)) {
      codes.retire(row);
      return now.plus(settings.retry());
    }
    return due;
  }

  private void loop() {
    while (running) {
      try {
        bell.await(AFTER_TROUBLE);
        if (running && wanted.get() != done) {
          look();
          pause(AT_MOST_EVERY);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        log.warn("SIYU-3116 looking after the live codes failed; again in {}", AFTER_TROUBLE, e);
        pauseAfterTrouble();
      }
    }
  }

  private void pauseAfterTrouble() {
    try {
      pause(AFTER_TROUBLE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    bell.ring();
  }

  private void pause(Duration time) throws InterruptedException {
    stopped.await(time);
  }

  @Override
  public String name() {
    return "rotation";
  }

  @Override
  public boolean isQuiet() {
    return wanted.get() == done;
  }

  @Override
  public long passed() {
    return wanted.get();
  }

  @Override
  public Optional<Instant> nextDue() {
    return isQuiet() ? Optional.ofNullable(next) : Optional.empty();
  }

  @Override
  public void runDue(Instant now) {
    look();
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().daemon().name("rotation").start(this::loop);
  }

  @Override
  public void stop() {
    running = false;
    stopped.ring();
    bell.ring();
    var loop = thread;
    if (loop != null) {
      try {
        loop.join(Duration.ofSeconds(3));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
