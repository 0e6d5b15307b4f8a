package dev.siyu.simulator.wecom;

import static dev.siyu.simulator.wecom.Reply.refused;

import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.journal.Projection;
import dev.siyu.simulator.journal.TouchFact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Live codes: 联系我 (contact way) and 加入群聊 (join way) (docs 92228, 92229). */
final class Ways implements Projection {

  private static final int STATE_LENGTH = 30;
  private static final int MOST_USERS = 100;
  private static final int MOST_CHATS = 5;

  private final Map<String, TouchFact.ContactWaySaved> ways = new LinkedHashMap<>();
  private int joinWays;

  int count() {
    return ways.size() + joinWays;
  }

  Reply add(Asked asked, Draft draft) {
    String config = Ids.random("");
    Reply refusal = save(asked, draft, config);
    return refusal != null
        ? refusal
        : Reply.ok(
            Map.of("config_id", config, "qr_code", "https://wework.qpic.cn/simulated/" + config));
  }

  Reply update(Asked asked, Draft draft) {
    String config = asked.text("config_id", "configId");
    Reply refusal = known(config);
    if (refusal == null) {
      refusal = save(asked, draft, config);
    }
    return refusal != null ? refusal : Reply.ok();
  }

  Reply get(Asked asked, Draft draft) {
    String config = asked.text("config_id", "configId");
    TouchFact.ContactWaySaved way = ways.get(config);
    if (way == null) {
      return refused(Codes.INVALID_CONFIG, "invalid config_id");
    }
    return Reply.ok(
        Map.of(
            "contact_way",
            Map.of(
                "config_id",
                config,
                "type",
                2,
                "scene",
                2,
                "state",
                way.state(),
                "remark",
                way.remark(),
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

  Reply addJoinWay(Asked asked, Draft draft) {
    String state = asked.text("state", "state");
    List<String> chats = asked.texts("chat_id_list", "chatIds");
    if (state.length() > STATE_LENGTH || chats.isEmpty() || chats.size() > MOST_CHATS) {
      return refused(Codes.INVALID_PARAMETER, "1 to 5 chats, state of at most 30 characters");
    }
    String config = Ids.random("");
    draft.record(new TouchFact.JoinWaySaved(config, state, chats));
    return Reply.ok(Map.of("config_id", config));
  }

  @Override
  public void apply(Fact fact, Moment moment) {
    if (fact instanceof TouchFact.ContactWaySaved saved) {
      ways.put(saved.configId(), saved);
    }
    if (fact instanceof TouchFact.ContactWayDeleted deleted) {
      ways.remove(deleted.configId());
    }
    if (fact instanceof TouchFact.JoinWaySaved) {
      joinWays++;
    }
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
    if (users.size() > MOST_USERS) {
      return refused(Codes.TOO_MANY_USERS, "contact way exceeds 100 users");
    }
    if (users.isEmpty()) {
      return refused(Codes.INVALID_PARAMETER, "user is empty");
    }
    draft.record(new TouchFact.ContactWaySaved(config, state, remark, users));
    return null;
  }
}
