package dev.siyu.simulator.wecom;

import static dev.siyu.simulator.wecom.Reply.refused;

import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.GroupFact;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.journal.Projection;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Group welcomes: 入群欢迎语素材 (doc 92366). */
final class GroupWelcomes implements Projection {

  private static final int MOST_TEXT_BYTES = 3_000;

  private final Map<String, GroupFact.WelcomeSaved> templates = new LinkedHashMap<>();
  private final int most;

  GroupWelcomes(int most) {
    this.most = most;
  }

  Reply add(Asked asked, Draft draft) {
    if (templates.size() >= most) {
      return refused(Codes.TOO_MANY_TEMPLATES, "group welcome template count exceeds the limit");
    }
    String id = Ids.random("wel");
    asked.keys().put("templateId", id);
    Reply refusal = save(asked, draft, id);
    return refusal == null ? Reply.ok(Map.of("template_id", id)) : refusal;
  }

  Reply edit(Asked asked, Draft draft) {
    String id = asked.text("template_id", "templateId");
    Reply refusal = templates.containsKey(id) ? save(asked, draft, id) : unknown();
    return refusal == null ? Reply.ok() : refusal;
  }

  Reply get(Asked asked, Draft draft) {
    GroupFact.WelcomeSaved known = templates.get(asked.text("template_id", "templateId"));
    return known == null ? unknown() : Reply.ok(Map.of("text", Map.of("content", known.text())));
  }

  Reply delete(Asked asked, Draft draft) {
    String id = asked.text("template_id", "templateId");
    if (!templates.containsKey(id)) {
      return unknown();
    }
    draft.record(new GroupFact.WelcomeDeleted(id));
    return Reply.ok();
  }

  private static Reply unknown() {
    return refused(Codes.INVALID_PARAMETER, "invalid template_id");
  }

  private static @Nullable Reply save(Asked asked, Draft draft, String id) {
    String text = asked.content();
    if (text.isEmpty() || text.getBytes(StandardCharsets.UTF_8).length > MOST_TEXT_BYTES) {
      return refused(Codes.INVALID_PARAMETER, "text of 1 to 3000 bytes");
    }
    boolean told = Json.whole(asked.body(), "notify", 1) == 1;
    draft.record(new GroupFact.WelcomeSaved(id, text, told));
    return null;
  }

  @Override
  public void apply(Fact fact, Moment moment) {
    if (fact instanceof GroupFact.WelcomeSaved saved) {
      templates.put(saved.templateId(), saved);
    }
    if (fact instanceof GroupFact.WelcomeDeleted deleted) {
      templates.remove(deleted.templateId());
    }
  }
}
