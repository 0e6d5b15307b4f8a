package dev.siyu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The script that photographs every page looks ids up where they are. */
@SiteTest
class ScreenshotsSiteTest {

  private static final Path SCRIPT =
      Path.of(System.getProperty("siyu.root", "../.."), "src/console/build/screenshots.mjs");
  private static final Pattern ADDRESS = Pattern.compile("'(/api/[^'$]+)'");

  @LocalServerPort int port;

  @Test
  void shouldAskOnlyForAddressesThatAnswer() throws IOException {
    // given
    var addresses = new TreeSet<String>();
    Matcher found = ADDRESS.matcher(Files.readString(SCRIPT));
    while (found.find()) {
      addresses.add(found.group(1));
    }
    var boss = Browser.of(port, "boss");

    // then
    assertThat(addresses).hasSizeGreaterThan(10).contains("/api/groups", "/api/rehearsals");
    assertThat(addresses)
        .allSatisfy(
            address -> assertThat(boss.get(address).statusCode()).as(address).isEqualTo(200));
  }
}
