package dev.siyu.web;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** The session cookie and the compression of what the server sends. */
@Configuration(proxyBeanMethods = false)
class WebServer {

  /** Files for a replay: the whole sample year in one CSV is about 45 MB. */
  @Bean
  MultipartConfigElement uploads() {
    long largest = DataSize.ofMegabytes(64).toBytes();
    return new MultipartConfigElement("", largest, largest, 64 * 1024);
  }

  @Bean
  WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> cookiesAndCompression(
      WebSettings settings) {
    return factory -> {
      var compression = new Compression();
      compression.setEnabled(true);
      compression.setMinResponseSize(DataSize.ofKilobytes(2));
      factory.setCompression(compression);
      factory.addInitializers(
          context -> {
            var cookie = context.getSessionCookieConfig();
            // __Host- : the browser refuses the cookie unless it is secure and for "/" only
            cookie.setName(settings.secure() ? "__Host-SIYU_SESSION" : "SIYU_SESSION");
            cookie.setPath("/");
            cookie.setHttpOnly(true);
            cookie.setSecure(settings.secure());
            cookie.setAttribute("SameSite", "Strict");
            context.setSessionTimeout((int) settings.sessionIdle().toMinutes());
          });
    };
  }
}
