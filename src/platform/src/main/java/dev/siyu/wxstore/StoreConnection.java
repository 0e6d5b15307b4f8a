package dev.siyu.wxstore;

import dev.siyu.wechat.CallBroken;
import dev.siyu.wechat.StrictHttp;
import dev.siyu.wechat.TokenKeeper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import me.chanjar.weixin.channel.api.impl.WxChannelServiceHttpClientImpl;
import me.chanjar.weixin.channel.config.impl.WxChannelDefaultConfigImpl;
import me.chanjar.weixin.common.bean.WxAccessToken;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.common.util.http.SimpleGetRequestExecutor;
import org.apache.http.impl.client.CloseableHttpClient;

/**
 * WxJava's calls to the store over our own connection: one try, clear timeouts, one token for all,
 * as for WeCom.
 */
final class StoreConnection extends WxChannelServiceHttpClientImpl {

  private static final String OFFICIAL = "https://api.weixin.qq.com";
  private static final Set<Integer> TOKEN_ENDED = Set.of(40001, 40014, 42001);

  private final StoreSettings settings;
  private final TokenKeeper tokens;
  private final CloseableHttpClient client;
  private final String base;

  StoreConnection(StoreSettings settings, Clock clock) {
    this.settings = settings;
    this.base = settings.baseUrl().toString().replaceAll("/+$", "");
    this.tokens = new TokenKeeper(clock, this::fetchToken);
    this.client =
        StrictHttp.client(
            settings.connectTimeout(), settings.readTimeout(), settings.maxConnections());
    var config = new WxChannelDefaultConfigImpl();
    config.setAppid(settings.appId());
    config.setSecret(settings.secret());
    setConfig(config);
  }

  @Override
  public void initHttp() {
    // The client is ours; WxJava's builder is not used.
  }

  @Override
  public CloseableHttpClient getRequestHttpClient() {
    return client;
  }

  @Override
  public String getAccessToken(boolean forceRefresh) throws WxErrorException {
    return tokens.current();
  }

  /** One try; a second one only when the token had ended, which has no effect at the store. */
  @Override
  public <T, E> T execute(RequestExecutor<T, E> executor, String uri, E data)
      throws WxErrorException {
    var address = uri.replace(OFFICIAL, base);
    var token = tokens.current();
    try {
      return once(executor, address, data, token);
    } catch (WxErrorException e) {
      if (!TOKEN_ENDED.contains(e.getError().getErrorCode())) {
        throw e;
      }
      return once(executor, address, data, tokens.renewed(token));
    }
  }

  private static <T, E> T once(RequestExecutor<T, E> executor, String uri, E data, String token)
      throws WxErrorException {
    try {
      var separator = uri.contains("?") ? "&" : "?";
      return executor.execute(uri + separator + "access_token=" + token, data, WxType.Channel);
    } catch (IOException e) {
      throw new CallBroken(e, StrictHttp.wasNotWritten(e));
    }
  }

  private WxAccessToken fetchToken() throws WxErrorException {
    var uri =
        base
            + "/cgi-bin/token?grant_type=client_credential&appid="
            + URLEncoder.encode(settings.appId(), StandardCharsets.UTF_8)
            + "&secret="
            + URLEncoder.encode(settings.secret(), StandardCharsets.UTF_8);
    try {
      return WxAccessToken.fromJson(
          SimpleGetRequestExecutor.create(this).execute(uri, "", WxType.Channel));
    } catch (IOException e) {
      throw new CallBroken(e, true);
    }
  }
}
