package dev.siyu.callbacks;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.siyu.inbox.InboundEvent;
import dev.siyu.inbox.Inbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What both doors do alike: store before answering, measure, and complain at most once a minute.
 */
@Component
class Door {

  private static final Logger log = LoggerFactory.getLogger(Door.class);
  private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Inbox inbox;
  private final CallbackSettings settings;
  private final MeterRegistry meters;
  private final Ticker ticker;
  private final AtomicLong quietUntil;

  Door(Inbox inbox, CallbackSettings settings, MeterRegistry meters, Ticker ticker) {
    this.inbox = inbox;
    this.settings = settings;
    this.meters = meters;
    this.ticker = ticker;
    this.quietUntil = new AtomicLong(ticker.read());
  }

  long largestBody() {
    return settings.largestBody().toBytes();
  }

  Timer.Sample start() {
    return Timer.start(meters);
  }

  Answer measured(Timer.Sample sample, InboundEvent.Source source, Answer answer) {
    sample.stop(
        Timer.builder("siyu.callbacks")
            .description("Time from request to answer of the callback endpoints")
            .tag("source", source.name().toLowerCase(Locale.ROOT))
            .tag("answer", answer.name().toLowerCase(Locale.ROOT))
            .publishPercentileHistogram()
            .register(meters));
    return answer;
  }

  Answer store(InboundEvent event) {
    try {
      var receipt =
          inbox.receive(event).get(settings.storeWithin().toMillis(), TimeUnit.MILLISECONDS);
      return switch (receipt) {
        case STORED -> Answer.STORED;
        case DUPLICATE -> Answer.DUPLICATE;
        case CONFLICT -> Answer.CONFLICT;
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.COME_AGAIN;
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      complain("SIYU-2005 callback not stored, answered 503, the sender repeats it: " + e);
      return Answer.COME_AGAIN;
    }
  }

  Answer refused(InboundEvent.Source source, String why) {
    complain("SIYU-2001 " + source + " callback refused: " + why);
    return Answer.REFUSED;
  }

  private void complain(String text) {
    long now = ticker.read();
    long until = quietUntil.get();
    if (now - until >= 0 && quietUntil.compareAndSet(until, now + QUIET_NANOS)) {
      log.warn("{}; for a minute further ones are only counted (siyu.callbacks)", text);
    }
  }
}
