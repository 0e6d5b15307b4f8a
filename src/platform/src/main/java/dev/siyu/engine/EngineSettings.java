package dev.siyu.engine;

import dev.siyu.settings.Bounds;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we talk to the engine ({@code siyu.engine.*}).
 *
 * @param grpcAddress http://host:port (plain text) of the gateway
 * @param restAddress http://host:port of the gateway's REST side
 * @param requestTimeout how long the gateway may take for a command
 */
@ConfigurationProperties("siyu.engine")
public record EngineSettings(
    @DefaultValue("http://127.0.0.1:26500") URI grpcAddress,
    @DefaultValue("http://127.0.0.1:26580") URI restAddress,
    @DefaultValue("PT10S") Duration requestTimeout,
    @DefaultValue Jobs jobs,
    @DefaultValue Messages messages,
    @DefaultValue BackOff backOff) {

  /**
   * @param timeout after it the engine gives a job to somebody else
   * @param callBudget the longest a worker's call may take: connect plus read timeout
   * @param longPoll how long the engine may hold an empty answer
   * @param batch jobs of one type taken at once, 1 to 1,000
   * @param perType jobs of one type held at once: a slow system must not take all slots
   * @param inFlight jobs worked on at once, all types together, 1 to 10,000
   * @param outagePauses how long a job rests between its tries while the other side is away, each
   *     longer than 0 and not shorter than the one before; after the last try an incident opens
   */
  public record Jobs(
      @DefaultValue("PT30S") Duration timeout,
      @DefaultValue("PT15S") Duration callBudget,
      @DefaultValue("PT10S") Duration longPoll,
      @DefaultValue("32") int batch,
      @DefaultValue("48") int perType,
      @DefaultValue("96") int inFlight,
      @DefaultValue({"PT5S", "PT1M", "PT10M", "PT1H"}) List<Duration> outagePauses) {

    public Jobs {
      if (timeout.compareTo(callBudget) <= 0) {
        throw Bounds.wrong(
            "siyu.engine.jobs.timeout", timeout, "> jobs.call-budget = " + callBudget);
      }
      Bounds.between("siyu.engine.jobs.batch", batch, 1, 1_000);
      Bounds.between("siyu.engine.jobs.per-type", perType, batch, 10_000);
      Bounds.between("siyu.engine.jobs.in-flight", inFlight, 1, 10_000);
      outagePauses = List.copyOf(outagePauses);
      checkRising("siyu.engine.jobs.outage-pauses", outagePauses);
    }
  }

  private static void checkRising(String name, List<Duration> pauses) {
    Bounds.between(name + " (how many)", pauses.size(), 1, 20);
    Bounds.positive(name, pauses.getFirst());
    for (int i = 1; i < pauses.size(); i++) {
      if (pauses.get(i).compareTo(pauses.get(i - 1)) < 0) {
        throw Bounds.wrong(name, pauses.get(i), ">= the pause before it, " + pauses.get(i - 1));
      }
    }
  }

  /**
   * @param inFlight messages on their way at once, 1 to 10,000
   * @param window messages taken from the outbox at once, at least {@code inFlight}
   * @param poll how often the outbox is looked at when nobody woke us
   * @param lagLimit how late the engine's log may be written out before we slow down
   * @param settle after an unclear answer: when a command can no longer be waiting in a gateway
   */
  public record Messages(
      @DefaultValue("48") int inFlight,
      @DefaultValue("192") int window,
      @DefaultValue("PT1S") Duration poll,
      @DefaultValue("PT20S") Duration settle,
      @DefaultValue("PT10S") Duration lagLimit) {

    public Messages {
      Bounds.between("siyu.engine.messages.in-flight", inFlight, 1, 10_000);
      Bounds.between("siyu.engine.messages.window", window, inFlight, 10_000);
      Bounds.positive("siyu.engine.messages.poll", poll);
    }
  }

  /** Pause after a rejection: {@code first}, doubled up to {@code longest}, each with jitter. */
  public record BackOff(
      @DefaultValue("PT0.05S") Duration first, @DefaultValue("PT2S") Duration longest) {

    public BackOff {
      Bounds.positive("siyu.engine.back-off.first", first);
      if (longest.compareTo(first) < 0) {
        throw Bounds.wrong("siyu.engine.back-off.longest", longest, ">= back-off.first = " + first);
      }
    }
  }

  public EngineSettings {
    Bounds.positive("siyu.engine.request-timeout", requestTimeout);
    if (messages.settle().compareTo(requestTimeout) <= 0) {
      throw Bounds.wrong(
          "siyu.engine.messages.settle",
          messages.settle(),
          "> request-timeout = " + requestTimeout);
    }
  }
}
