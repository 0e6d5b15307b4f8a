package dev.siyu.wecom;

import dev.siyu.wechat.CallBroken;
import dev.siyu.wechat.StrictHttp;
import dev.siyu.wechat.TokenKeeper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import me.chanjar.weixin.common.bean.WxAccessToken;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.common.util.http.SimpleGetRequestExecutor;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import org.apache.http.impl.client.CloseableHttpClient;

/**
 * WxJava's calls over our own connection: one try, strict TLS, clear timeouts, one token for all.
 * WxJava itself repeats calls, hides the code of the last error and logs tokens.
 */
final class WeComConnection extends WxCpServiceImpl {

  private static final Set<Integer> TOKEN_ENDED = Set.of(40014, 42001);

  private final WeComSettings settings;
  private final TokenKeeper tokens;
  private final Bulkheads bulkheads;
  private final CloseableHttpClient client;

  /**
   * @param secret decides what the token may do: the customer contact secret or the app's
   */
  WeComConnection(WeComSettings settings, String secret, Clock clock) {
    this.settings = settings;
    this.tokens = new TokenKeeper(clock, () -> fetchToken(secret));
    this.client =
        StrictHttp.client(
            settings.connectTimeout(), settings.readTimeout(), settings.maxConnections());
    this.bulkheads =
        new Bulkheads(Math.max(1, settings.maxConnections() / 3), settings.connectTimeout());
    var config = new WxCpDefaultConfigImpl();
    config.setCorpId(settings.corpId());
    config.setAgentId(settings.agentId());
    config.setBaseApiUrl(settings.baseUrl().toString().replaceAll("/+$", ""));
    setWxCpConfigStorage(config);
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

  /** One try; a second one only when the token had ended, which has no effect at WeCom. */
  @Override
  public <T, E> T execute(RequestExecutor<T, E> executor, String uri, E data)
      throws WxErrorException {
    var token = tokens.current();
    var room = bulkheads.enter(uri);
    try {
      return once(executor, uri, data, token);
    } catch (WxErrorException e) {
      if (!TOKEN_ENDED.contains(e.getError().getErrorCode())) {
        throw e;
      }
      return once(executor, uri, data, tokens.renewed(token));
    } finally {
      room.release();
    }
  }

  private static <T, E> T once(RequestExecutor<T, E> executor, String uri, E data, String token)
      throws WxErrorException {
    try {
      var separator = uri.contains("?") ? "&" : "?";
      return executor.execute(uri + separator + "access_token=" + token, data, WxType.CP);
    } catch (IOException e) {
      throw new CallBroken(e, StrictHttp.wasNotWritten(e));
    }
  }

  private WxAccessToken fetchToken(String secret) throws WxErrorException {
    var uri =
        getWxCpConfigStorage().getApiUrl("/cgi-bin/gettoken")
            + "?corpid="
            + URLEncoder.encode(settings.corpId(), StandardCharsets.UTF_8)
            + "&corpsecret="
            + URLEncoder.encode(secret, StandardCharsets.UTF_8);
    try {
      return WxAccessToken.fromJson(
          SimpleGetRequestExecutor.create(this).execute(uri, "", WxType.CP));
    } catch (IOException e) {
      throw new CallBroken(e, true);
    }
  }
}
