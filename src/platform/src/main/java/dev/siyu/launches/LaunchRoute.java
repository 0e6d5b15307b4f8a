package dev.siyu.launches;

import dev.siyu.engine.EntryGate;
import dev.siyu.entries.ChosenRuns.Order;
import dev.siyu.entries.EntryRoutes;
import dev.siyu.journeys.DrawingPlan;
import dev.siyu.launches.CanaryTable.Canary;
import dev.siyu.launches.Launches.Audience;
import java.time.Clock;
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

  private final CanaryTable table;
  private final EntryLog entries;
  private final Reach reach;
  private final Clock clock;
  private final ZoneId zone;
  private final Map<Long, DrawingPlan> plans = new ConcurrentHashMap<>();

  LaunchRoute(
      CanaryTable table,
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
    return entries.canaryOf(entry.key()).flatMap(table::find).map(canary -> order(canary, entry));
  }

  @Override
  public Optional<Order> route(EntryGate.Entry entry) {
    var found = table.takes(entry.message());
    var now = clock.instant();
    if (found.isEmpty()
        || QuietDays.isQuiet(found.get().quietDays(), now, zone)
        || !isMeant(found.get(), entry)) {
      return Optional.empty();
    }
    var canary = found.get();
    boolean chosen =
        Bucket.isIn(canary.processId(), canary.id(), entry.customerId(), canary.percent());
    entries.note(entry.key(), canary.id(), entry.customerId(), chosen, now);
    return chosen ? Optional.of(order(canary, entry)) : Optional.empty();
  }

  private boolean isMeant(Canary canary, EntryGate.Entry entry) {
    return canary.audience() != Audience.TAG || reach.wears(entry.customerId(), canary.tag());
  }

  private Order order(Canary canary, EntryGate.Entry entry) {
    var plan = plans.computeIfAbsent(canary.id(), id -> DrawingPlan.of(table.xml(id)));
    var messages = new HashSet<>(plan.entries().keySet());
    messages.add(entry.message());
    return new Order(
        entry.key(),
        canary.processId(),
        entry.customerId(),
        canary.definitionKey(),
        Objects.requireNonNull(plan.entries().get(entry.message())),
        entry.variables(),
        messages);
  }
}
