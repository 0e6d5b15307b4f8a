package dev.siyu.simulator.wecom;

import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.TouchFact;
import java.util.List;
import java.util.Map;

/** message/send; beyond the member's limits WeCom says ok and drops it (doc 90454). */
final class AppMessages {

  private final Windows perMinute;
  private final Windows perHour;

  private final Cards cards;

  AppMessages(WeComSettings settings, Cards cards) {
    this.cards = cards;
    this.perMinute = new Windows(60, settings.appMessagesPerMinute());
    this.perHour = new Windows(3600, settings.appMessagesPerHour());
  }

  Reply send(Asked asked, Draft draft) {
    String receivers = asked.text("touser", "staffUserId");
    asked.keys().put("agentId", asked.body().path("agentid").asString(""));
    boolean card = Json.text(asked.body(), "msgtype").equals("template_card");
    if (receivers.isEmpty() || (!card && asked.content().isEmpty())) {
      return Reply.refused(Codes.INVALID_PARAMETER, "touser or text.content is empty");
    }
    List<String> all = List.of(receivers.split("\\|"));
    List<String> within = all.stream().filter(staff -> hasRoom(staff, draft)).toList();
    asked.keys().put("dropped", String.valueOf(all.size() - within.size()));
    if (card) {
      return cards.send(asked, within, draft);
    }
    within.forEach(staff -> draft.record(new TouchFact.AppMessageReceived(staff, asked.content())));
    return Reply.ok(Map.of("msgid", Ids.random("app")));
  }

  private boolean hasRoom(String staff, Draft draft) {
    return perMinute.take(staff, draft.at()) && perHour.take(staff, draft.at());
  }
}
