package dev.siyu.simulator.wecom;

import static dev.siyu.simulator.wecom.Reply.refused;

import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.GroupFact;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.journal.Projection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ways into groups: 加入群聊 (doc 92229). They cannot be listed, only asked for by config id. */
final class JoinWays implements Projection {

  private static final int TEXT = 30;
  private static final int MOST_CHATS = 5;
  private static final String PICTURE = "https://wework.qpic.cn/simulated/join/";

  private final Map<String, GroupFact.JoinWaySaved> ways = new LinkedHashMap<>();
  private final Chats chats;

  JoinWays(Chats chats) {
    this.chats = chats;
  }

  int count() {
    return ways.size();
  }

  GroupFact.@Nullable JoinWaySaved find(String configId) {
    return ways.get(configId);
  }

  /** The way whose picture a text shows. */
  Optional<GroupFact.JoinWaySaved> shownIn(String text) {
    int at = text.indexOf(PICTURE);
    return at < 0
        ? Optional.empty()
        : ways.values().stream()
            .filter(way -> text.startsWith(way.configId(), at + PICTURE.length()))
            .findFirst();
  }

  Reply add(Asked asked, Draft draft) {
    String config = Ids.random("");
    Reply refusal = save(asked, draft, config);
    return refusal == null ? Reply.ok(Map.of("config_id", config)) : refusal;
  }

  Reply update(Asked asked, Draft draft) {
    String config = asked.text("config_id", "configId");
    Reply refusal = known(config);
    if (refusal == null) {
      refusal = save(asked, draft, config);
    }
    return refusal == null ? Reply.ok() : refusal;
  }

  Reply get(Asked asked, Draft draft) {
    String config = asked.text("config_id", "configId");
    GroupFact.JoinWaySaved way = ways.get(config);
    if (way == null) {
      return Optional.ofNullable(known(config)).orElseThrow();
    }
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("config_id", config);
    shown.put("scene", 2);
    shown.put("remark", way.remark());
    shown.put("auto_create_room", way.autoCreate() ? 1 : 0);
    shown.put("room_base_name", way.baseName());
    shown.put("room_base_id", way.baseId());
    shown.put("chat_id_list", way.chatIds());
    shown.put("qr_code", PICTURE + config);
    shown.put("state", way.state());
    return Reply.ok(Map.of("join_way", shown));
  }

  Reply delete(Asked asked, Draft draft) {
    String config = asked.text("config_id", "configId");
    Reply refusal = known(config);
    if (refusal != null) {
      return refusal;
    }
    draft.record(new GroupFact.JoinWayDeleted(config));
    return Reply.ok();
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
    List<String> wanted = asked.texts("chat_id_list", "chatIds");
    if (state.length() > TEXT || remark.length() > TEXT || wanted.isEmpty()) {
      return refused(
          Codes.INVALID_PARAMETER, "a chat; state and remark have at most 30 characters");
    }
    if (wanted.size() > MOST_CHATS) {
      return refused(Codes.TOO_MANY_CHATS, "join way exceeds the chats limit");
    }
    if (wanted.stream().anyMatch(chat -> chats.open(chat) == null)) {
      return refused(Codes.NO_SUCH_CHAT, "chatid not exist");
    }
    draft.record(
        new GroupFact.JoinWaySaved(
            config,
            state,
            remark,
            wanted,
            Json.whole(asked.body(), "auto_create_room", 1) == 1,
            Json.text(asked.body(), "room_base_name"),
            (int) Json.whole(asked.body(), "room_base_id", 1)));
    return null;
  }

  @Override
  public void apply(Fact fact, Moment moment) {
    if (fact instanceof GroupFact.JoinWaySaved saved) {
      ways.put(saved.configId(), saved);
    }
    if (fact instanceof GroupFact.JoinWayDeleted deleted) {
      ways.remove(deleted.configId());
    }
  }
}
