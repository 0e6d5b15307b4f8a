package dev.siyu.fission;

import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.time.DueWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts the journeys of inviters whose time has come, some at a time, through the outbox. */
@Component
class FissionStart implements DueWork {

  static final String INVITED = "fission-invited";

  private final InviterTable table;
  private final JourneyMessages journeys;
  private final FissionSettings settings;
  private final TransactionTemplate transactions;

  FissionStart(
      InviterTable table,
      JourneyMessages journeys,
      FissionSettings settings,
      TransactionTemplate transactions) {
    this.table = table;
    this.journeys = journeys;
    this.settings = settings;
    this.transactions = transactions;
  }

  @Override
  public String name() {
    return "fission-start";
  }

  @Override
  public Optional<Instant> nextDue() {
    return table.nextStart();
  }

  @Override
  public void runDue(Instant now) {
    transactions.executeWithoutResult(
        status ->
            journeys.announce(
                table.start(now, settings.startBatch()).stream()
                    .map(one -> announced(one, now))
                    .toList()));
  }

  private static Announcement announced(InviterTable.Row one, Instant now) {
    Map<String, Object> variables =
        Map.of(
            "customerId", one.customerId(),
            "staffId", one.staffUserId(),
            "entry", "f" + one.id(),
            "inviterId", one.id(),
            "endsAt", one.endsAt().toString(),
            "watchUntil", one.watchedUntil().toString(),
            "at", now.toString());
    return new Announcement(
        "fission-invited:" + one.id(), INVITED, one.customerId(), Duration.ZERO, variables);
  }
}
