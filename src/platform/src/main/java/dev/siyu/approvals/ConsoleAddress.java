package dev.siyu.approvals;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people reach the console: cards lead there, and WeCom leads back there after a login.
 *
 * @param console http(s) address as phones reach it
 */
@ConfigurationProperties("siyu.approvals")
public record ConsoleAddress(@DefaultValue("http://localhost:8080") URI console) {

  public ConsoleAddress {
    if (!String.valueOf(console.getScheme()).matches("https?") || console.getHost() == null) {
      throw new IllegalArgumentException(
          "siyu.approvals.console: " + console + " (expected: http(s)://host[:port])");
    }
  }

  /** The address of a path with its query. */
  public URI page(String path) {
    return console.resolve(path);
  }

  public boolean isAt(String host) {
    return console.getHost().equalsIgnoreCase(host);
  }
}
