package dev.siyu.products;

import dev.siyu.calls.CallResult;
import dev.siyu.mall.MallGoods;
import dev.siyu.tasks.Notices;
import dev.siyu.tasks.Team;
import dev.siyu.time.DueWork;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what the malls sell when it is due, and warns of traffic products without stock. */
@Component
class GoodLooks implements DueWork, Goods {

  private static final Logger log = LoggerFactory.getLogger(GoodLooks.class);
  private static final int MOST_PAGES = 1_000;

  private final GoodTable table;
  private final GoodSettings settings;
  private final Clock clock;
  private final TransactionTemplate transactions;
  private final ObjectProvider<Notices> notices;
  private final ObjectProvider<Team> team;
  private final Map<String, MallGoods> malls;

  GoodLooks(
      GoodTable table,
      GoodSettings settings,
      Clock clock,
      TransactionTemplate transactions,
      ObjectProvider<Notices> notices,
      ObjectProvider<Team> team,
      ObjectProvider<MallGoods> malls) {
    this.table = table;
    this.settings = settings;
    this.clock = clock;
    this.transactions = transactions;
    this.notices = notices;
    this.team = team;
    this.malls =
        settings.enabled()
            ? malls.stream().collect(Collectors.toMap(MallGoods::source, Function.identity()))
            : Map.of();
  }

  @EventListener(ApplicationReadyEvent.class)
  void afterStart() {
    malls
        .keySet()
        .forEach(source -> table.plan(source, clock.instant().plus(settings.afterStart())));
  }

  @Override
  public String name() {
    return "good-looks";
  }

  @Override
  public Optional<Instant> nextDue() {
    return malls.isEmpty() ? Optional.empty() : table.nextDue(malls.keySet());
  }

  @Override
  public void runDue(Instant now) {
    for (var source : table.due(malls.keySet(), now)) {
      var mall = malls.get(source);
      if (mall != null) {
        look(mall, now);
      }
    }
    transactions.executeWithoutResult(status -> table.newlySoldOut(now).forEach(this::warn));
  }

  private void look(MallGoods mall, Instant now) {
    var source = mall.source();
    long look = table.begin(source);
    int listed = 0;
    String cursor = null;
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      var answer = mall.goods(cursor);
      if (!(answer instanceof CallResult.Ok<MallGoods.Page> ok)) {
        brokeOff(source, why(answer), now);
        return;
      }
      for (var good : ok.value().goods()) {
        table.put(source, look, good, now);
      }
      listed += ok.value().goods().size();
      cursor = ok.value().next();
      if (cursor == null) {
        ended(source, look, listed, now);
        return;
      }
    }
    brokeOff(source, "more than " + MOST_PAGES + " pages", now);
  }

  private static String why(CallResult<MallGoods.Page> answer) {
    return switch (answer) {
      case CallResult.Ok<MallGoods.Page> ok -> "";
      case CallResult.Declined<MallGoods.Page> no -> no.code() + " " + no.reason();
      case CallResult.Retryable<MallGoods.Page> later -> later.code() + " " + later.reason();
      case CallResult.Broken<MallGoods.Page> no -> no.code() + " " + no.reason();
      case CallResult.Unknown<MallGoods.Page> none -> none.code() + " " + none.reason();
    };
  }

  private void ended(String source, long look, int listed, Instant now) {
    table.missed(source, look, now);
    @Nullable Instant next = settings.every().isZero() ? null : now.plus(settings.every());
    table.end(source, listed, null, next, now);
  }

  private void brokeOff(String source, String why, Instant now) {
    log.warn("SIYU-3510 Goods of {} were not read to the end: {}; again soon", source, why);
    table.end(source, 0, why, now.plus(settings.again()), now);
  }

  private void warn(String sku) {
    log.warn(
        "SIYU-3511 Traffic product {} is out of stock in every mall; journeys name the next", sku);
    var one = team.getIfAvailable();
    var lead = one == null ? null : one.defaultLead();
    if (lead != null) {
      var key = "sold-out:" + sku + ":" + clock.instant();
      notices.ifAvailable(told -> told.tell(key, lead, "引流品 " + sku + " 在所有商城都没有库存，旅程改推同类的下一个产品"));
    }
  }

  @Override
  public Map<String, List<InMall>> bySku() {
    return table.bySku();
  }

  @Override
  public List<Look> looks() {
    return table.looks(malls.keySet());
  }

  @Override
  public boolean lookNow(String source) {
    if (!malls.containsKey(source)) {
      return false;
    }
    table.plan(source, clock.instant());
    return true;
  }
}
