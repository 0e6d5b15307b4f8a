package dev.siyu.wecom;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.Caller.Effect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.message.WxCpMessageSendResult;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Cards in WeCom's JSON; WxJava's own beans lose the address of a button when a card changes. */
@Component
final class WxStaffCards implements StaffCards {

  private static final String SEND = "/cgi-bin/message/send";
  private static final String UPDATE = "/cgi-bin/message/update_template_card";
  private static final int OPENS = 1;
  private static final int BLUE = 1;
  private static final int GREY = 3;

  private final WeComLines lines;
  private final JsonMapper json = JsonMapper.builder().build();

  WxStaffCards(WeComLines lines) {
    this.lines = lines;
  }

  @Override
  public CallResult<String> show(String staffUserId, Card card) {
    var face = face(card);
    face.put("task_id", card.taskId());
    var body = new LinkedHashMap<String, Object>();
    body.put("touser", staffUserId);
    body.put("msgtype", "template_card");
    body.put("agentid", lines.settings().agentId());
    body.put("template_card", face);
    return lines
        .caller()
        .call(Effect.CHANGES, () -> WxCpMessageSendResult.fromJson(post(SEND, body)))
        .then(WxStaffCards::received);
  }

  private static CallResult<String> received(WxCpMessageSendResult sent) {
    var nobody = Objects.requireNonNullElse(sent.getInvalidUser(), "");
    return nobody.isBlank()
        ? new CallResult.Ok<>(Objects.requireNonNullElse(sent.getResponseCode(), ""))
        : new CallResult.Declined<>("INVALID_USER", nobody + " does not see the app");
  }

  @Override
  public CallResult<Boolean> change(String staffUserId, String responseCode, Card card) {
    var body = new LinkedHashMap<String, Object>();
    body.put("userids", List.of(staffUserId));
    body.put("agentid", lines.settings().agentId());
    body.put("response_code", responseCode);
    body.put("template_card", face(card));
    return lines
        .caller()
        .call(
            Effect.CHANGES,
            () -> {
              post(UPDATE, body);
              return true;
            });
  }

  private String post(String path, Map<String, Object> body) throws WxErrorException {
    var app = lines.app();
    return app.post(app.getWxCpConfigStorage().getApiUrl(path), json.writeValueAsString(body));
  }

  private static Map<String, Object> face(Card card) {
    var face = new LinkedHashMap<String, Object>();
    face.put("card_type", "button_interaction");
    face.put("source", Map.of("desc", card.source()));
    face.put("main_title", Map.of("title", card.title(), "desc", card.lead()));
    if (!card.quote().isEmpty()) {
      face.put("quote_area", Map.of("type", 0, "quote_text", card.quote()));
    }
    face.put("sub_title_text", card.words());
    face.put(
        "horizontal_content_list",
        card.lines().stream()
            .map(line -> Map.of("keyname", line.name(), "value", line.value()))
            .toList());
    face.put("card_action", Map.of("type", OPENS, "url", card.link()));
    face.put("button_list", card.buttons().stream().map(WxStaffCards::button).toList());
    if (!card.replaced().isEmpty()) {
      face.put("replace_text", card.replaced());
    }
    return face;
  }

  private static Map<String, Object> button(Button button) {
    var shown = new LinkedHashMap<String, Object>();
    shown.put("text", button.text());
    shown.put("style", button.main() ? BLUE : GREY);
    if (button.url().isEmpty()) {
      shown.put("key", button.key());
    } else {
      shown.put("type", OPENS);
      shown.put("url", button.url());
    }
    return shown;
  }
}
