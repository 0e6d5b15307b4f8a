package dev.siyu.wecom;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Login inside WeCom ({@code siyu.wecom.web-login.*}); it needs {@code siyu.wecom.agent-id}.
 *
 * @param enabled false: people log in with name and password only
 * @param authorizeUrl http(s) address WeCom's web view is sent to
 */
@ConfigurationProperties("siyu.wecom.web-login")
record WebLoginSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("https://open.weixin.qq.com/connect/oauth2/authorize") URI authorizeUrl) {

  WebLoginSettings {
    if (!String.valueOf(authorizeUrl.getScheme()).matches("https?")
        || authorizeUrl.getHost() == null
        || authorizeUrl.getQuery() != null) {
      throw new IllegalArgumentException(
          "siyu.wecom.web-login.authorize-url: "
              + authorizeUrl
              + " (expected: http(s)://host[:port]/path)");
    }
  }
}
