package dev.siyu.simulator.mall;

import dev.siyu.simulator.faults.Fault;
import dev.siyu.simulator.faults.Faults;
import dev.siyu.simulator.faults.Trouble;
import dev.siyu.simulator.http.Answer;
import dev.siyu.simulator.http.BadRequest;
import dev.siyu.simulator.http.Hashes;
import dev.siyu.simulator.http.Pause;
import dev.siyu.simulator.http.Request;
import dev.siyu.simulator.journal.Call;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.Journal;
import dev.siyu.simulator.shops.ShopWorld;
import java.util.Map;
import java.util.TreeMap;

/** {@code /mall/v1/...}: troubles and the key first, then the API itself. */
public final class MallDoor {

  /** Answers one call under the journal's lock; {@code keys} go into the call's record. */
  @FunctionalInterface
  private interface Api {
    Answer.Full answer(Request request, Map<String, String> keys, Draft draft);
  }

  private final Journal journal;
  private final Faults faults;
  private final Pause pause;
  private final MallSettings settings;
  private final CouponApi coupons;
  private final OrderApi orders;
  private final ProductApi products;

  public MallDoor(
      MallWorld world,
      ShopWorld shops,
      Journal journal,
      Faults faults,
      Pause pause,
      MallSettings settings) {
    this.journal = journal;
    this.faults = faults;
    this.pause = pause;
    this.settings = settings;
    this.coupons = new CouponApi(world);
    this.orders = new OrderApi(world);
    this.products = new ProductApi(shops);
  }

  public Answer answer(Request request) {
    String kind = request.tail().split("/", 2)[0];
    Trouble trouble = faults.draw(Fault.Target.MALL, kind);
    pause.millis(trouble.latencyMillis());
    Fault halfOpen = trouble.hit(Fault.Kind.HALF_OPEN).orElse(null);
    if (halfOpen != null) {
      return new Answer.Silence(halfOpen.millis());
    }
    Fault broken =
        trouble.hit(Fault.Kind.STATUS).or(() -> trouble.hit(Fault.Kind.ERRCODE)).orElse(null);
    Api api =
        broken == null
            ? this::guarded
            : (r, keys, draft) -> full(Math.max(broken.code(), 400), Map.of("error", "simulated"));
    Answer.Full answer = recorded(request, kind, trouble, api);
    return trouble
        .hit(Fault.Kind.TIMEOUT_AFTER_EFFECT)
        .<Answer>map(fault -> new Answer.Silence(fault.millis()))
        .orElse(answer);
  }

  static Answer.Full full(int status, Object body) {
    return (Answer.Full) Answer.json(status, body);
  }

  private Answer.Full guarded(Request request, Map<String, String> keys, Draft draft) {
    if (!("Bearer " + settings.apiKey()).equals(request.header("Authorization"))) {
      return full(401, Map.of("error", "unauthorized"));
    }
    String[] path = request.tail().split("/", 2);
    return switch (request.method() + " " + path[0] + (path.length > 1 ? "/{id}" : "")) {
      case "POST coupons" -> coupons.issue(request, keys, draft);
      case "POST coupons/{id}" -> coupons.revoke(path[1], keys, draft);
      case "GET coupons/{id}" -> coupons.show(path[1], draft);
      case "GET orders" -> orders.list(request);
      case "GET orders/{id}" -> orders.show(path[1], keys);
      case "GET refunds" -> orders.refunds(request);
      case "GET products" -> products.list(request);
      default -> full(404, Map.of("error", "not_found"));
    };
  }

  private Answer.Full recorded(Request request, String kind, Trouble trouble, Api api) {
    return journal.write(
        draft -> {
          Map<String, String> keys = new TreeMap<>();
          Answer.Full answer;
          try {
            answer = api.answer(request, keys, draft);
          } catch (BadRequest e) {
            answer = full(400, Map.of("error", String.valueOf(e.getMessage())));
          }
          String hash = Hashes.of(request.body());
          draft.call(new Call(kind, keys, hash, answer.status(), trouble.name()));
          return answer;
        });
  }
}
