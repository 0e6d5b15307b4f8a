package dev.siyu.fission;

import dev.siyu.content.Contents;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do with campaigns. */
@Component
class FissionDesk implements FissionCampaigns {

  private final CampaignTable table;
  private final Helpers helpers;
  private final Contents contents;
  private final FissionSettings settings;
  private final Clock clock;
  private final TransactionTemplate transactions;

  FissionDesk(
      CampaignTable table,
      Helpers helpers,
      Contents contents,
      FissionSettings settings,
      Clock clock,
      TransactionTemplate transactions) {
    this.table = table;
    this.helpers = helpers;
    this.contents = contents;
    this.settings = settings;
    this.clock = clock;
    this.transactions = transactions;
  }

  @Override
  public int count(Segment segment) {
    return Math.min(table.count(segment), most(segment));
  }

  private int most(Segment segment) {
    return Math.min(segment.most(), settings.inviters());
  }

  @Override
  public long start(Order order, String who) {
    var now = clock.instant();
    var wrong = wrong(order, now);
    if (wrong != null) {
      throw new FissionRefused("SIYU-8306", wrong);
    }
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              long id = table.insert(order, who, now);
              if (table.choose(id, order, most(order.segment())) == 0) {
                throw new FissionRefused("SIYU-8307", "nobody is in the segment");
              }
              return id;
            }));
  }

  private @Nullable String wrong(Order order, Instant now) {
    if (!order.endsAt().isAfter(order.startsAt()) || !order.endsAt().isAfter(now)) {
      return "endsAt: " + order.endsAt() + " (expected: after its start and after " + now + ")";
    }
    if (contents.render(order.content(), Map.of()).isEmpty()) {
      return "content: " + order.content() + " (expected: a key with an approved text)";
    }
    var helpersOf = order.levels().stream().map(Level::helpers).toList();
    boolean ascending =
        helpersOf.equals(helpersOf.stream().sorted(Comparator.naturalOrder()).distinct().toList());
    if (order.levels().isEmpty() || !ascending) {
      return "levels: " + helpersOf + " (expected: one or more, ascending)";
    }
    return null;
  }

  @Override
  public List<View> all() {
    return table.views();
  }

  @Override
  public Optional<Detail> find(long id) {
    return table.views().stream()
        .filter(one -> one.id() == id)
        .findFirst()
        .map(view -> new Detail(view, table.levels(id), table.inviters(id), table.suspects(id)));
  }

  @Override
  public boolean decide(long helperId, boolean valid, String reason, String who) {
    return Boolean.TRUE.equals(
        transactions.execute(
            status -> helpers.decide(helperId, valid, reason, who, clock.instant())));
  }

  @Override
  public boolean stop(long id, String reason, String who) {
    return table.stop(id, reason, who);
  }
}
