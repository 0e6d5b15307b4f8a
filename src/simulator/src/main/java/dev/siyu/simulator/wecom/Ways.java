package dev.siyu.simulator.wecom;

import static dev.siyu.simulator.wecom.Reply.refused;

import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.journal.Projection;
import dev.siyu.simulator.journal.TouchFact;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Live codes: 联系我 (contact way) (doc 92228). */
final class Ways implements Projection {

  private static final int STATE_LENGTH = 30;
  private static final int MOST_LISTED = 1_000;

  private final Map<String, TouchFact.ContactWaySaved> ways = new LinkedHashMap<>();
  private final Map<String, Instant> createdAt = new HashMap<>();
  private final WayLimits limits;
  private final Members members;
  private final JoinWays joinWays;
  private Supplier<String> address = () -> "https://wework.qpic.cn/simulated/";

  Ways(WayLimits limits, Members members, JoinWays joinWays) {
    this.limits = limits;
    this.members = members;
    this.joinWays = joinWays;
  }

  /** Where pictures of codes are served: this address and the config id. */
  void pictured(Supplier<String> at) {
    this.address = at;
  }

  boolean has(String config) {
    return ways.containsKey(config);
  }

  int count() {
    return ways.size() + joinWays.count();
  }

  /** The member behind the newest code with this state, in turn; null when there is no code. */
  @Nullable String memberFor(String state, int turn) {
    return ways.values().stream()
        .filter(way -> way.state().equals(state))
        .reduce((older, newer) -> newer)
        .map(way -> way.users().get(turn % way.users().size()))
        .orElse(null);
  }

  /** Closed while the corp has as many codes of both kinds as it may. */
  Api capped(Api api) {
    return (asked, draft) ->
        count() >= limits.perCorp()
            ? refused(Codes.TOO_MANY_WAYS, "contact way count exceeds the limit")
            : api.answer(asked, draft);
  }

  Reply add(Asked asked, Draft draft) {
    return capped(this::create).answer(asked, draft);
  }

  private Reply create(Asked asked, Draft draft) {
    String config = Ids.random("");
    Reply refusal = save(asked, draft, config);
    return refusal != null
        ? refusal
        : Reply.ok(Map.of("config_id", config, "qr_code", qrCode(config)));
  }

  Reply update(Asked asked, Draft draft) {
    String config = asked.text("config_id", "configId");
    Reply refusal = known(config);
    if (refusal == null) {
      refusal = save(asked, draft, config);
    }
    return refusal != null ? refusal : Reply.ok();
  }

  /** list_contact_way: ids of the codes made within a time, nothing more. */
  Reply list(Asked asked, Draft draft) {
    long from = Json.whole(asked.body(), "start_time", 0);
    long to = Json.whole(asked.body(), "end_time", Long.MAX_VALUE);
    int limit = (int) Math.clamp(Json.whole(asked.body(), "limit", 100), 1, MOST_LISTED);
    String cursor = Json.text(asked.body(), "cursor");
    if (!cursor.matches("\\d{0,9}")) {
      return refused(Codes.INVALID_PARAMETER, "invalid cursor");
    }
    int first = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
    List<Map<String, String>> found =
        ways.keySet().stream()
            .filter(id -> within(createdAt.get(id), from, to))
            .skip(first)
            .limit(limit + 1L)
            .map(id -> Map.of("config_id", id))
            .toList();
    return found.size() > limit
        ? Reply.ok(
            Map.of("contact_way", found.subList(0, limit), "next_cursor", "" + (first + limit)))
        : Reply.ok(Map.of("contact_way", found));
  }

  private static boolean within(@Nullable Instant at, long from, long to) {
    return at != null && at.getEpochSecond() >= from && at.getEpochSecond() <= to;
  }

  Reply get(Asked asked, Draft draft) {
    String config = asked.text("config_id", "configId");
    Reply refusal = known(config);
    TouchFact.ContactWaySaved way = ways.get(config);
    if (refusal != null || way == null) {
      return refusal == null ? refused(Codes.INVALID_CONFIG, "invalid config_id") : refusal;
    }
    return Reply.ok(
        Map.of(
            "contact_way",
            Map.of(
                "config_id",
                config,
                "type",
                way.users().size() == 1 ? 1 : 2,
                "scene",
                2,
                "state",
                way.state(),
                "remark",
                way.remark(),
                "qr_code",
                qrCode(config),
                "user",
                way.users())));
  }

  Reply delete(Asked asked, Draft draft) {
    String config = asked.text("config_id", "configId");
    Reply refusal = known(config);
    if (refusal != null) {
      return refusal;
    }
    draft.record(new TouchFact.ContactWayDeleted(config));
    return Reply.ok();
  }

  @Override
  public void apply(Fact fact, Moment moment) {
    if (fact instanceof TouchFact.ContactWaySaved saved) {
      ways.put(saved.configId(), saved);
      createdAt.putIfAbsent(saved.configId(), moment.at());
    }
    if (fact instanceof TouchFact.ContactWayDeleted deleted) {
      ways.remove(deleted.configId());
      createdAt.remove(deleted.configId());
    }
  }

  private String qrCode(String config) {
    return address.get() + config;
  }

  private @Nullable Reply known(String config) {
    if (config.isEmpty()) {
      return refused(Codes.MISSING_CONFIG, "missing config_id");
    }
    return ways.containsKey(config) ? null : refused(Codes.INVALID_CONFIG, "invalid config_id");
  }

  private @Nullable Reply save(Asked asked, Draft draft, String config) {
    String state = asked.text("state", "state");
    String remark = Json.text(asked.body(), "remark");
    List<String> users = asked.texts("user", "staffUserIds");
    if (state.length() > STATE_LENGTH || remark.length() > STATE_LENGTH) {
      return refused(Codes.INVALID_PARAMETER, "state and remark have at most 30 characters");
    }
    if (users.size() > limits.users()) {
      return refused(Codes.TOO_MANY_USERS, "contact way exceeds the users limit");
    }
    if (users.isEmpty()) {
      return refused(Codes.INVALID_PARAMETER, "user is empty");
    }
    for (String user : users) {
      Reply refusal = members.refusal(user);
      if (refusal != null) {
        return refusal;
      }
    }
    draft.record(new TouchFact.ContactWaySaved(config, state, remark, users));
    return null;
  }
}
