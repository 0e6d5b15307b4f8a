package dev.siyu.simulator.control;

import dev.siyu.simulator.callbacks.Callbacks;
import dev.siyu.simulator.faults.Faults;
import dev.siyu.simulator.http.Answer;
import dev.siyu.simulator.http.BadRequest;
import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.http.Request;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.Journal;
import dev.siyu.simulator.journal.SimulatedClock;
import dev.siyu.simulator.journal.WorldFact;
import dev.siyu.simulator.mall.MallWorld;
import dev.siyu.simulator.shops.ShopSettings;
import dev.siyu.simulator.wecom.PostDesk;
import dev.siyu.simulator.wecom.StaffDesk;
import dev.siyu.simulator.wecom.TransferDesk;
import dev.siyu.simulator.wecom.WeComWorld;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code /sim/...}: what tests and replays use; no real system has these. */
public final class ControlDoor {

  /** Takes one told happening; true when it was new. */
  @FunctionalInterface
  private interface Happening {
    boolean happens(JsonNode told, Draft draft);
  }

  private final Journal journal;
  private final SimulatedClock clock;
  private final Faults faults;
  private final Callbacks callbacks;
  private final StaffDesk desk;
  private final TransferDesk transfers;
  private final PostDesk posts;
  private final CallSummary summary;
  private final CallLog calls;
  private final WeComHappenings weCom;
  private final TagHappenings tags;
  private final GoodHappenings goods = new GoodHappenings();
  private final MallHappenings mall;
  private final GroupHappenings groups;
  private final ShopHappenings shops;
  private final ShopSettings shopSettings;

  public ControlDoor(
      Journal journal,
      SimulatedClock clock,
      Faults faults,
      Callbacks callbacks,
      StaffDesk desk,
      CallSummary summary,
      WeComWorld weComWorld,
      MallWorld mallWorld,
      ShopHappenings shops,
      ShopSettings shopSettings) {
    this.journal = journal;
    this.clock = clock;
    this.faults = faults;
    this.callbacks = callbacks;
    this.desk = desk;
    this.summary = summary;
    this.calls = new CallLog(journal);
    this.transfers = weComWorld.transferDesk(journal);
    this.posts = weComWorld.postDesk(journal);
    this.weCom = new WeComHappenings(weComWorld);
    this.groups = new GroupHappenings(weComWorld);
    this.tags = new TagHappenings(weComWorld);
    this.mall = new MallHappenings(mallWorld);
    this.shops = shops;
    this.shopSettings = shopSettings;
  }

  public Answer answer(Request request) {
    return switch (request.method() + " " + request.tail()) {
      case "GET clock" -> Answer.json(clockShown());
      case "POST clock" -> setClock(request);
      case "POST wecom/adds" -> happen(request, weCom::add);
      case "POST wecom/leaves" -> happen(request, weCom::leave);
      case "POST wecom/replies" -> happen(request, weCom::reply);
      case "POST wecom/members" -> happen(request, weCom::member);
      case "POST wecom/groups" -> happen(request, groups::open);
      case "POST wecom/group-joins" -> happen(request, groups::join);
      case "POST wecom/group-leaves" -> happen(request, groups::leave);
      case "POST wecom/group-changes" -> happen(request, groups::change);
      case "POST wecom/group-posts" -> happen(request, groups::post);
      case "POST wecom/tag-edits" -> happen(request, tags::edit);
      case "POST wecom/tags" -> happen(request, tags::change);
      case "POST wecom/confirmations" -> happen(request, (told, draft) -> confirm(told));
      case "POST wecom/moment-publications" -> happen(request, (told, draft) -> publish(told));
      case "POST wecom/moment-reactions" -> happen(request, posts::react);
      case "POST wecom/address-check" -> checkAddress();
      case "POST mall/orders" -> happen(request, this::order);
      case "POST mall/refunds" -> happen(request, this::refund);
      case "POST wxstore/orders", "POST youzan/orders" ->
          happen(request, (told, draft) -> shops.order(shop(request), told, draft));
      case "POST mall/goods", "POST wxstore/goods", "POST youzan/goods" ->
          happen(request, (told, draft) -> goods.show(shop(request), told, draft));
      case "POST wxstore/refunds", "POST youzan/refunds" ->
          happen(request, (told, draft) -> shops.refund(shop(request), told, draft));
      case "POST wxstore/settlements", "POST youzan/settlements" ->
          happen(request, (told, draft) -> shops.settle(shop(request), told, draft));
      case "POST mall/coupon-expiries" -> happen(request, mall::expireCoupon);
      case "POST mall/coupon-uses" -> happen(request, mall::useCoupon);
      case "GET pending" -> Answer.json(pending());
      case "GET faults" -> Answer.json(faults.shown());
      case "POST faults" -> {
        faults.change(Json.read(request.body()));
        yield Answer.json(faults.shown());
      }
      case "GET calls" -> calls.lines(request);
      case "GET calls/summary" -> Answer.json(summary());
      default -> Answer.error(404, "no such control: " + request.method() + " " + request.path());
    };
  }

  private static String shop(Request request) {
    return request.tail().split("/", 2)[0];
  }

  /** A share of the customers buys in other malls; their coupons are the generic mall's. */
  private boolean order(JsonNode told, Draft draft) {
    String shop = shopSettings.shopOf(Json.text(told, "unionId"));
    if (shop.equals("mall")) {
      return mall.order(told, draft);
    }
    boolean fresh = shops.order(shop, told, draft);
    if (fresh && told.path("useCoupon").asBoolean(false)) {
      mall.useCoupon(told, draft);
    }
    return fresh;
  }

  private boolean refund(JsonNode told, Draft draft) {
    String shop = shopSettings.shopOf(Json.text(told, "unionId"));
    return shop.equals("mall") ? mall.refund(told, draft) : shops.refund(shop, told, draft);
  }

  /** The told happening as a form of a page would tell it. */
  public boolean tell(String what, JsonNode told) {
    return switch (what) {
      case "add" -> journal.write(draft -> weCom.add(told, draft));
      case "leave" -> journal.write(draft -> weCom.leave(told, draft));
      case "reply" -> journal.write(draft -> weCom.reply(told, draft));
      case "join-group" -> journal.write(draft -> groups.join(told, draft));
      case "leave-group" -> journal.write(draft -> groups.leave(told, draft));
      case "order" -> journal.write(draft -> mall.order(told, draft));
      case "react" -> journal.write(draft -> posts.react(told, draft));
      default -> throw new BadRequest("unknown happening: " + what);
    };
  }

  /** Answers {@code {"new":n}}; all are checked for form one by one, those before stand. */
  private Answer happen(Request request, Happening happening) {
    JsonNode told = Json.read(request.body());
    int fresh = 0;
    for (JsonNode one : told.isArray() ? told : Json.MAPPER.createArrayNode().add(told)) {
      boolean isNew = journal.write(draft -> happening.happens(one, draft));
      fresh += isNew ? 1 : 0;
    }
    return Answer.json(Map.of("new", fresh));
  }

  private boolean confirm(JsonNode told) {
    return desk.confirm(Json.required(told, "msgId"), Json.required(told, "staffUserId"));
  }

  private boolean publish(JsonNode told) {
    return posts.publish(Json.required(told, "momentId"), Json.required(told, "staffUserId"));
  }

  private Answer setClock(Request request) {
    long offset = Json.whole(Json.read(request.body()), "offsetMillis", Long.MIN_VALUE);
    if (offset == Long.MIN_VALUE) {
      throw new BadRequest("offsetMillis is missing (expected: a whole number)");
    }
    if (offset != clock.offsetMillis()) {
      journal.note(new WorldFact.ClockSet(offset));
    }
    desk.confirmDue();
    transfers.endDue();
    posts.publishDue();
    return Answer.json(clockShown());
  }

  private Map<String, Object> clockShown() {
    return Map.of("offsetMillis", clock.offsetMillis(), "now", journal.now().toString());
  }

  private Map<String, @Nullable Object> pending() {
    desk.confirmDue();
    transfers.endDue();
    posts.publishDue();
    Instant due = earlier(earlier(desk.nextDue(), transfers.nextDue()), posts.nextDue());
    Map<String, @Nullable Object> pending = new LinkedHashMap<>();
    pending.put("callbacks", callbacks.waiting());
    pending.put("staff", desk.waiting());
    pending.put("nextDue", due == null ? null : due.toEpochMilli());
    return pending;
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }

  private Map<String, Object> summary() {
    return journal.read(
        () ->
            Map.of(
                "total", summary.total(),
                "calls", summary.byKind(),
                "callbacks", callbacks.counts()));
  }

  private Answer checkAddress() {
    try {
      return Answer.json(Map.of("ok", callbacks.checkAddress()));
    } catch (IOException e) {
      return Answer.json(Map.of("ok", false, "why", e.toString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.error(503, "stopping");
    }
  }
}
