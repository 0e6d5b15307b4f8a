package dev.siyu.wechat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import org.apache.http.client.HttpResponseException;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;

/** Connections for WxJava's calls: one try, no redirects, no cookies, clear timeouts. */
public final class StrictHttp {

  private static final Set<Integer> HTTP_TRY_LATER = Set.of(429, 503);

  private StrictHttp() {}

  public static CloseableHttpClient client(
      Duration connectTimeout, Duration readTimeout, int maxConnections) {
    var pool = new PoolingHttpClientConnectionManager();
    pool.setMaxTotal(maxConnections);
    pool.setDefaultMaxPerRoute(maxConnections);
    pool.setValidateAfterInactivity(500);
    int connect = Math.toIntExact(connectTimeout.toMillis());
    return HttpClients.custom()
        .setConnectionManager(pool)
        .setConnectionManagerShared(true)
        .setKeepAliveStrategy((response, context) -> 10_000)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectTimeout(connect)
                .setConnectionRequestTimeout(connect)
                .setSocketTimeout(Math.toIntExact(readTimeout.toMillis()))
                .build())
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .build();
  }

  /** True when the call certainly had no effect on the other side. */
  public static boolean wasNotWritten(IOException e) {
    return e instanceof ConnectTimeoutException
        || e instanceof ConnectException
        || e instanceof UnknownHostException
        || e instanceof NoRouteToHostException
        || (e instanceof HttpResponseException answer
            && HTTP_TRY_LATER.contains(answer.getStatusCode()));
  }
}
