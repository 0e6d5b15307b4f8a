package dev.siyu.wecom;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.Caller.Effect;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import me.chanjar.weixin.common.error.WxErrorException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Component
final class WxWebLogin implements WebLogin {

  private static final String USER_INFO = "/cgi-bin/auth/getuserinfo";

  private final WeComLines lines;
  private final WebLoginSettings settings;
  private final JsonMapper json = JsonMapper.builder().build();

  WxWebLogin(WeComLines lines, WebLoginSettings settings) {
    this.lines = lines;
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
    return lines.caller().call(Effect.READS, () -> ask(code)).then(WxWebLogin::userId);
  }

  private JsonNode ask(String code) throws WxErrorException {
    var app = lines.app();
    var address = app.getWxCpConfigStorage().getApiUrl(USER_INFO);
    return json.readTree(app.get(address, "code=" + encoded(code)));
  }

  /** Somebody outside the company has an openid instead. */
  private static CallResult<String> userId(JsonNode told) {
    var user = told.path("userid").asString("");
    return user.isBlank()
        ? new CallResult.Declined<>("NOT_A_MEMBER", "no userid in the answer")
        : new CallResult.Ok<>(user);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
