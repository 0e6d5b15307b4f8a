package dev.siyu.simulator.wecom;

import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.CardFact;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.Journal;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.journal.Projection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Cards with buttons (模板卡片) and the codes that change them: one with each card and one with each
 * press, each for 72 h and for one call (doc 94888). Guarded by the journal's lock.
 */
public final class Cards implements Projection {

  private static final Duration CODE_LIVES = Duration.ofHours(72);

  private record Code(String taskId, String staffUserId, Instant at) {}

  private final Map<String, Map<String, Card>> byTask = new LinkedHashMap<>();
  private final Map<String, Code> codes = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  /** Oldest first. */
  public List<Card> of(String staffUserId) {
    List<Card> cards = new ArrayList<>();
    for (Map<String, Card> holders : byTask.values()) {
      Card card = holders.get(staffUserId);
      if (card != null) {
        cards.add(card);
      }
    }
    return cards;
  }

  /** message/send with a card; {@code receivers} are those within their limits. */
  Reply send(Asked asked, List<String> receivers, Draft draft) {
    JsonNode card = asked.body().path("template_card");
    String taskId = Json.text(card, "task_id");
    asked.keys().put("taskId", taskId);
    if (!CardRules.isTaskId(taskId) || byTask.containsKey(taskId)) {
      // WeCom has one code for a task id that cannot be taken; it may be used once per app.
      return Reply.refused(Codes.TASK_ID, "invalid or repeated template_card.task_id");
    }
    Reply objection = CardRules.objection(card);
    if (objection != null) {
      return objection;
    }
    String code = Ids.random("RC");
    String agent = asked.body().path("agentid").asString("");
    receivers.forEach(
        staff -> draft.record(new CardFact.Received(taskId, staff, agent, Json.write(card), code)));
    return Reply.ok(Map.of("msgid", Ids.random("app"), "response_code", code));
  }

  /** message/update_template_card: grey words instead of the buttons, or another card. */
  Reply update(Asked asked, Draft draft) {
    String given = asked.text("response_code", "responseCode");
    Code code = codes.get(given);
    if (code == null) {
      return Reply.refused(Codes.INVALID_PARAMETER, "invalid response_code");
    }
    asked.keys().put("taskId", code.taskId());
    if (used.contains(given)) {
      return Reply.refused(Codes.CODE_USED, "response_code can be used once only");
    }
    if (draft.at().isAfter(code.at().plus(CODE_LIVES))) {
      return Reply.refused(Codes.CODE_EXPIRED, "response_code expired");
    }
    List<String> users = asked.texts("userids", "staffUserIds");
    JsonNode card = asked.body().path("template_card");
    String words = Json.text(asked.body().path("button"), "replace_name");
    Reply objection = card.isMissingNode() ? words(words) : CardRules.objection(card);
    if (objection != null) {
      return objection;
    }
    Map<String, Card> holders = byTask.getOrDefault(code.taskId(), Map.of());
    List<String> invalid = users.stream().filter(user -> !holders.containsKey(user)).toList();
    users.stream()
        .filter(holders::containsKey)
        .forEach(user -> updated(code.taskId(), user, given, card, words, draft));
    return Reply.ok(Map.of("invaliduser", invalid));
  }

  private static @Nullable Reply words(String words) {
    return words.isEmpty()
        ? Reply.refused(Codes.INVALID_PARAMETER, "neither template_card nor button.replace_name")
        : null;
  }

  private void updated(
      String taskId, String user, String code, JsonNode card, String words, Draft draft) {
    String face = Json.write(card);
    Card before = find(taskId, user);
    if (card.isMissingNode() && before != null) {
      var greyed = (tools.jackson.databind.node.ObjectNode) before.face().deepCopy();
      face = Json.write(greyed.put("replace_text", words));
    }
    draft.record(new CardFact.Updated(taskId, user, code, face));
  }

  /** A member presses a button; false when their card does not offer it (any more). */
  public boolean press(Journal journal, String taskId, String staffUserId, String key) {
    return journal.write(
        draft -> {
          Card card = find(taskId, staffUserId);
          if (card == null || !card.offers(key)) {
            return false;
          }
          draft.record(
              new CardFact.Pressed(
                  taskId,
                  staffUserId,
                  card.received().agentId(),
                  card.text("/card_type"),
                  key,
                  Ids.random("RC")));
          return true;
        });
  }

  /** Members who have cards. */
  public Set<String> holders() {
    Set<String> holders = new TreeSet<>();
    byTask.values().forEach(cards -> holders.addAll(cards.keySet()));
    return holders;
  }

  private @Nullable Card find(String taskId, String staffUserId) {
    return byTask.getOrDefault(taskId, Map.of()).get(staffUserId);
  }

  @Override
  public void apply(Fact fact, Moment moment) {
    if (!(fact instanceof CardFact told)) {
      return;
    }
    switch (told) {
      case CardFact.Received received -> {
        byTask
            .computeIfAbsent(received.taskId(), t -> new LinkedHashMap<>(2))
            .put(
                received.staffUserId(),
                new Card(received, moment.at(), Json.read(received.card())));
        codes.put(
            received.responseCode(),
            new Code(received.taskId(), received.staffUserId(), moment.at()));
      }
      case CardFact.Pressed pressed ->
          codes.put(
              pressed.responseCode(),
              new Code(pressed.taskId(), pressed.staffUserId(), moment.at()));
      case CardFact.Updated updated -> {
        used.add(updated.responseCode());
        Card card = find(updated.taskId(), updated.staffUserId());
        if (card != null) {
          byTask
              .computeIfAbsent(updated.taskId(), task -> new LinkedHashMap<>())
              .put(updated.staffUserId(), card.showing(Json.read(updated.card())));
        }
      }
    }
  }
}
