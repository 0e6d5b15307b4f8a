package dev.siyu.looks;

import dev.siyu.inbox.Inbox;
import dev.siyu.mall.MallListing;
import dev.siyu.time.DueWork;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks when it is due: after a start, after an outage, else by setting. */
@Component
@EnableConfigurationProperties(LookSettings.class)
class DueLooks implements DueWork, MallLooks {

  private final LookTable table;
  private final LookSettings settings;
  private final Clock clock;
  private final Looking looking;
  private final Map<String, MallListing> malls;
  private final Map<String, Boolean> down = new ConcurrentHashMap<>();

  DueLooks(
      LookTable table,
      Inbox inbox,
      LookSettings settings,
      Clock clock,
      ObjectProvider<MallListing> malls) {
    this.table = table;
    this.settings = settings;
    this.clock = clock;
    this.looking = new Looking(table, inbox, settings, clock);
    this.malls =
        settings.enabled()
            ? malls.stream().collect(Collectors.toMap(MallListing::source, Function.identity()))
            : Map.of();
  }

  @EventListener(ApplicationReadyEvent.class)
  void afterStart() {
    malls
        .keySet()
        .forEach(
            source ->
                table.plan(source, clock.instant().plus(settings.afterStart()), Reason.START));
  }

  @Override
  public String name() {
    return "mall-looks";
  }

  /** Notices on the way that a mall came back: what it could not tell meanwhile is looked for. */
  @Override
  public Optional<Instant> nextDue() {
    malls.forEach(this::notice);
    return malls.isEmpty() ? Optional.empty() : table.nextDue(malls.keySet());
  }

  private void notice(String source, MallListing mall) {
    boolean isDown = mall.isDown();
    if (Boolean.TRUE.equals(down.put(source, isDown)) && !isDown) {
      table.plan(source, clock.instant().plus(settings.afterStart()), Reason.OUTAGE);
    }
  }

  @Override
  public void runDue(Instant now) {
    for (var due : table.due(malls.keySet(), now)) {
      var mall = malls.get(due.source());
      if (mall != null) {
        looking.look(due, mall);
      }
    }
  }

  @Override
  public List<Mall> malls() {
    return table.stands(malls.keySet());
  }

  @Override
  public boolean lookNow(String source) {
    if (!malls.containsKey(source)) {
      return false;
    }
    table.plan(source, clock.instant(), Reason.PERSON);
    return true;
  }
}
