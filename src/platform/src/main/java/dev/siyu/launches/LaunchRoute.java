package dev.siyu.launches;

import dev.siyu.engine.EntryGate;
import dev.siyu.entries.ChosenRuns.Order;
import dev.siyu.entries.EntryRoutes;
import dev.siyu.journeys.DrawingPlan;
import dev.siyu.launches.Launches.Audience;
import dev.siyu.launches.Launches.Launch;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Gives the canary's version to its share of those who enter, and notes who got which. */
@Component
class LaunchRoute implements EntryRoutes {

  private final LaunchTable table;
  private final EntryLog entries;
  private final Reach reach;
  private final Clock clock;
  private final ZoneId zone;
  private final Map<Long, DrawingPlan> plans = new ConcurrentHashMap<>();

  LaunchRoute(
      LaunchTable table,
      EntryLog entries,
      Reach reach,
      Clock clock,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId zone) {
    this.table = table;
    this.entries = entries;
    this.reach = reach;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public Set<String> messages() {
    return table.messages();
  }

  @Override
  public Optional<Order> begun(EntryGate.Entry entry) {
    return entries.canaryOf(entry.key()).flatMap(table::find).map(launch -> order(launch, entry));
  }

  @Override
  public Optional<Order> route(EntryGate.Entry entry) {
    var found = table.canary(entry.message());
    var now = clock.instant();
    if (found.isEmpty() || isQuiet(found.get(), now, zone) || !isMeant(found.get(), entry)) {
      return Optional.empty();
    }
    var launch = found.get();
    boolean canary =
        Bucket.isIn(launch.processId(), launch.id(), entry.customerId(), launch.wish().percent());
    entries.note(entry.key(), launch.id(), entry.customerId(), canary, now);
    return canary ? Optional.of(order(launch, entry)) : Optional.empty();
  }

  private boolean isMeant(Launch launch, EntryGate.Entry entry) {
    return launch.wish().audience() != Audience.TAG
        || reach.wears(entry.customerId(), launch.wish().tag());
  }

  static boolean isQuiet(Launch launch, Instant now, ZoneId zone) {
    return launch.wish().quietDays().contains(LocalDate.ofInstant(now, zone));
  }

  private Order order(Launch launch, EntryGate.Entry entry) {
    var plan = plans.computeIfAbsent(launch.id(), id -> DrawingPlan.of(launch.wish().xml()));
    var messages = new HashSet<>(plan.entries().keySet());
    messages.add(entry.message());
    return new Order(
        entry.key(),
        launch.processId(),
        entry.customerId(),
        Objects.requireNonNull(launch.definitionKey()),
        Objects.requireNonNull(plan.entries().get(entry.message())),
        entry.variables(),
        messages);
  }
}
