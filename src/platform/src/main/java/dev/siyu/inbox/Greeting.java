package dev.siyu.inbox;

import dev.siyu.calls.CallResult;
import dev.siyu.channels.Channel;
import dev.siyu.channels.Channels;
import dev.siyu.content.Contents;
import dev.siyu.customers.Customers;
import dev.siyu.touchpoints.Medium;
import dev.siyu.touchpoints.Touch;
import dev.siyu.touchpoints.TouchKey;
import dev.siyu.touchpoints.TouchOutcome;
import dev.siyu.touchpoints.Touchpoints;
import dev.siyu.wecom.WeCom;
import dev.siyu.wecom.WeComEvent;
import dev.siyu.wecom.WeComEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Says hello to a new contact, once, as long as the welcome code lives. */
final class Greeting implements AutoCloseable {

  private static final String JOURNEY = "seed-user-intake";
  private static final String STEP = "welcome";

  private final WeComEvents events;
  private final Customers customers;
  private final Channels channels;
  private final Contents contents;
  private final Touchpoints touchpoints;
  private final WeCom wecom;
  private final Duration window;
  private final Semaphore slots;
  private final Clock clock;
  private final CountDownLatch closed = new CountDownLatch(1);

  Greeting(
      WeComEvents events,
      Customers customers,
      Channels channels,
      Contents contents,
      Touchpoints touchpoints,
      WeCom wecom,
      InboxSettings settings,
      Clock clock) {
    this.events = events;
    this.customers = customers;
    this.channels = channels;
    this.contents = contents;
    this.touchpoints = touchpoints;
    this.wecom = wecom;
    this.window = settings.welcomeWindow();
    this.slots = new Semaphore(settings.welcomes());
    this.clock = clock;
  }

  /** Answers SENT, QUEUED, REFUSED, DECLINED or UNKNOWN. */
  String greet(StoredEvent event) throws InterruptedException {
    if (!(events.read(event.body()) instanceof WeComEvent.ContactAdded added)) {
      return "DECLINED";
    }
    var channel = channels.ofState(added.state(), added.at());
    var touch =
        new Touch(
            new TouchKey(
                customers.byExternalUserId(added.externalUserId()), JOURNEY, STEP, event.entry()),
            Medium.WELCOME,
            channel.welcomeContent(),
            added.staffUserId(),
            null,
            0,
            added.at());
    var end = added.at().plus(window);
    while (true) {
      var outcome = make(touch, version -> call(event, added, channel, version, end));
      if (!(outcome instanceof TouchOutcome.Retryable again)) {
        return nameOf(outcome);
      }
      if (clock.instant().isAfter(end.plus(window)) || rest(again.after(), end)) {
        return "UNKNOWN";
      }
    }
  }

  private TouchOutcome make(Touch touch, IntFunction<CallResult<Touchpoints.Receipt>> call)
      throws InterruptedException {
    slots.acquire();
    try {
      return touchpoints.make(touch, call);
    } finally {
      slots.release();
    }
  }

  /** Waits as asked, but not far beyond the window: then the ledger must hear the end. */
  private boolean rest(Duration asked, Instant end) throws InterruptedException {
    var untilEnd = Duration.between(clock.instant(), end).plusSeconds(1);
    var least = untilEnd.isPositive() ? untilEnd : Duration.ofSeconds(1);
    var pause = asked.compareTo(least) < 0 ? asked : least;
    return closed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  private CallResult<Touchpoints.Receipt> call(
      StoredEvent event, WeComEvent.ContactAdded added, Channel channel, int version, Instant end) {
    var code = added.welcomeCode();
    if (code == null || code.isBlank() || clock.instant().isAfter(end)) {
      return new CallResult.Declined<>("SIYU-2020", "no welcome code, or its window has passed");
    }
    var text =
        contents.render(channel.welcomeContent(), version, Map.of("channel", channel.name()));
    if (text.isEmpty()) {
      return new CallResult.Declined<>(
          "SIYU-2021", "no approved text under " + channel.welcomeContent());
    }
    var sent =
        contents
            .attachments(channel.welcomeContent(), version)
            .then(attachments -> wecom.sendWelcome(code, text.get(), attachments));
    return switch (sent) {
      case CallResult.Ok<Boolean> ok ->
          new CallResult.Ok<>(new Touchpoints.Receipt(event.entry(), false));
      case CallResult.Declined<Boolean> no -> new CallResult.Declined<>(no.code(), no.reason());
      case CallResult.Retryable<Boolean> busy ->
          new CallResult.Retryable<>(busy.code(), busy.reason(), busy.after());
      case CallResult.Broken<Boolean> broken ->
          new CallResult.Broken<>(broken.code(), broken.reason());
      case CallResult.Unknown<Boolean> none -> new CallResult.Unknown<>(none.code(), none.reason());
    };
  }

  private static String nameOf(TouchOutcome outcome) {
    return switch (outcome) {
      case TouchOutcome.Sent sent -> "SENT";
      case TouchOutcome.AlreadySent sent -> "SENT";
      case TouchOutcome.Queued queued -> "QUEUED";
      case TouchOutcome.Refused refused -> "REFUSED";
      case TouchOutcome.Declined declined -> "DECLINED";
      case TouchOutcome.Broken broken -> "DECLINED";
      case TouchOutcome.Retryable retryable -> "DECLINED";
      case TouchOutcome.Unknown unknown -> "UNKNOWN";
    };
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
