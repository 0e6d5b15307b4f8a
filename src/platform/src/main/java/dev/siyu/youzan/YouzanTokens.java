package dev.siyu.youzan;

import dev.siyu.mall.Fields;
import dev.siyu.wechat.CallBroken;
import dev.siyu.wechat.TokenKeeper;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import me.chanjar.weixin.common.bean.WxAccessToken;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import org.jspecify.annotations.Nullable;

/** One access token for all calls, kept as WeCom's; fetched from /auth/token (silent grant). */
final class YouzanTokens {

  /** Posts JSON without a token. */
  @FunctionalInterface
  interface Post {
    Fields of(String path, Object question);
  }

  private final TokenKeeper keeper;

  YouzanTokens(YouzanSettings settings, Clock clock, Post post) {
    this.keeper = new TokenKeeper(clock, () -> fetched(settings, clock, post));
  }

  private static WxAccessToken fetched(YouzanSettings settings, Clock clock, Post post)
      throws WxErrorException {
    var answer =
        post.of(
            "/auth/token",
            Map.of(
                "client_id", settings.clientId(),
                "client_secret", settings.clientSecret(),
                "authorize_type", "silent",
                "grant_id", settings.kdtId(),
                "refresh", false));
    if (!answer.node().path("success").asBoolean(false)) {
      throw new WxErrorException(
          WxError.builder()
              .errorCode(answer.node().path("code").asInt(-1))
              .errorMsg(String.valueOf(answer.optional("message")))
              .build());
    }
    var data = answer.in("data");
    var token = new WxAccessToken();
    token.setAccessToken(data.text("access_token"));
    long left = data.whole("expires", 0, Long.MAX_VALUE) - clock.millis();
    token.setExpiresIn((int) Math.clamp(left / 1000, 1, 604_800));
    return token;
  }

  String current() throws WxErrorException {
    return keeper.current();
  }

  String renewed(@Nullable String stale) throws WxErrorException {
    return keeper.renewed(stale);
  }

  static CallBroken away(IOException e) {
    return new CallBroken(e, true);
  }
}
