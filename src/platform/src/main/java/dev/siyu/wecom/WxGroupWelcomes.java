package dev.siyu.wecom;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.Caller.Effect;
import java.util.Objects;
import me.chanjar.weixin.cp.bean.external.WxCpGroupWelcomeTemplateResult;
import me.chanjar.weixin.cp.bean.external.msg.Text;
import org.springframework.stereotype.Component;

@Component
final class WxGroupWelcomes implements GroupWelcomes {

  private final WeComLines lines;

  WxGroupWelcomes(WeComLines lines) {
    this.lines = lines;
  }

  @Override
  public CallResult<String> add(String text, boolean notify) {
    var template = template(text);
    template.setNotify(notify ? 1 : 0);
    return lines
        .caller()
        .call(Effect.CHANGES, () -> lines.contacts().addGroupWelcomeTemplate(template));
  }

  @Override
  public CallResult<Boolean> edit(String templateId, String text) {
    var template = template(text);
    template.setTemplateId(templateId);
    return lines
        .caller()
        .call(
            Effect.CHANGES,
            () -> {
              lines.contacts().editGroupWelcomeTemplate(template);
              return true;
            });
  }

  @Override
  public CallResult<String> get(String templateId) {
    return lines
        .caller()
        .call(
            Effect.READS,
            () -> {
              var text = lines.contacts().getGroupWelcomeTemplate(templateId).getText();
              return text == null ? "" : Objects.requireNonNullElse(text.getContent(), "");
            });
  }

  @Override
  public CallResult<Boolean> delete(String templateId) {
    return lines
        .caller()
        .call(
            Effect.CHANGES,
            () -> {
              lines.contacts().delGroupWelcomeTemplate(templateId, "");
              return true;
            });
  }

  private static WxCpGroupWelcomeTemplateResult template(String text) {
    var said = new Text();
    said.setContent(text);
    var template = new WxCpGroupWelcomeTemplateResult();
    template.setText(said);
    return template;
  }
}
