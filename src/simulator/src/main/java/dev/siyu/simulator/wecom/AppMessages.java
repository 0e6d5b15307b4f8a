package dev.siyu.simulator.wecom;

import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.TouchFact;
import java.util.Map;

/** message/send; beyond the member's limits WeCom says ok and drops it (doc 90454). */
final class AppMessages {

  private final Windows perMinute;
  private final Windows perHour;

  AppMessages(WeComSettings settings) {
    this.perMinute = new Windows(60, settings.appMessagesPerMinute());
    this.perHour = new Windows(3600, settings.appMessagesPerHour());
  }

  Reply send(Asked asked, Draft draft) {
    String receivers = asked.text("touser", "staffUserId");
    if (receivers.isEmpty() || asked.content().isEmpty()) {
      return Reply.refused(Codes.INVALID_PARAMETER, "touser or text.content is empty");
    }
    int dropped = 0;
    for (String staff : receivers.split("\\|")) {
      if (perMinute.take(staff, draft.at()) && perHour.take(staff, draft.at())) {
        draft.record(new TouchFact.AppMessageReceived(staff, asked.content()));
      } else {
        dropped++;
      }
    }
    asked.keys().put("dropped", String.valueOf(dropped));
    asked.keys().put("agentId", Json.text(asked.body(), "agentid"));
    return Reply.ok(Map.of("msgid", Ids.random("app")));
  }
}
