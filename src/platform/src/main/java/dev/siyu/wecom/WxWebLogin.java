package dev.siyu.wecom;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.Caller.Effect;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import me.chanjar.weixin.cp.bean.WxCpOauth2UserInfo;
import org.springframework.stereotype.Component;

@Component
final class WxWebLogin implements WebLogin {

  private final WeComLines lines;
  private final WebLoginSettings settings;
  private final Caller caller;

  WxWebLogin(WeComLines lines, WebLoginSettings settings) {
    this.lines = lines;
    this.caller = lines.ownCaller();
    this.settings = settings;
  }

  @Override
  public boolean isOn() {
    return settings.enabled() && lines.settings().agentId() > 0;
  }

  @Override
  public URI authorize(URI back, String state) {
    return URI.create(
        "%s?appid=%s&redirect_uri=%s&response_type=code&scope=snsapi_base&state=%s&agentid=%d#wechat_redirect"
            .formatted(
                settings.authorizeUrl(),
                encoded(lines.settings().corpId()),
                encoded(back.toString()),
                encoded(state),
                lines.settings().agentId()));
  }

  @Override
  public CallResult<String> member(String code) {
    return caller
        .call(Effect.READS, () -> lines.app().getOauth2Service().getAuthUserInfo(encoded(code)))
        .then(WxWebLogin::userId);
  }

  /** Somebody outside the company has an openid instead. */
  private static CallResult<String> userId(WxCpOauth2UserInfo told) {
    var user = told.getUserId();
    return user == null || user.isBlank()
        ? new CallResult.Declined<>("NOT_A_MEMBER", "no userid in the answer")
        : new CallResult.Ok<>(user);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
