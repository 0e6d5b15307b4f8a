package dev.siyu.channels;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.WeCom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sees to it that every channel has a live code. Runs once the app is ready; a code that could not
 * be created is tried again at the next start.
 */
@Component
@EnableConfigurationProperties(LiveCodeSettings.class)
class LiveCodes implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(LiveCodes.class);
  private static final String MISSING =
      """
      SELECT code, name, hook, welcome_content AS "welcomeContent" FROM channel
      WHERE code <> 'direct' AND code NOT IN (SELECT state FROM live_code) ORDER BY code
      """;
  private static final String KEEP =
      """
      INSERT INTO live_code (state, config_id, staff, daily_cap, created_at)
      VALUES (:state, :configId, :staff, :dailyCap, :now) ON CONFLICT (state) DO NOTHING
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final WeCom weCom;
  private final LiveCodeSettings settings;

  LiveCodes(JdbcClient jdbc, Clock clock, WeCom weCom, LiveCodeSettings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.weCom = weCom;
    this.settings = settings;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (settings.create()) {
      ensureAll();
    }
  }

  /** Creates the missing codes; answers the states that still have none. */
  List<String> ensureAll() {
    return jdbc.sql(MISSING).query(Channel.class).list().stream()
        .filter(channel -> !ensure(channel))
        .map(Channel::code)
        .toList();
  }

  private boolean ensure(Channel channel) {
    var answer = weCom.addContactWay(channel.code(), channel.name(), settings.staff());
    if (answer instanceof CallResult.Ok<String> ok) {
      keep(channel.code(), ok.value());
      return true;
    }
    // An unknown ending may leave one unused code at WeCom, which has room for 500,000.
    log.warn("No live code for channel {}: {}; next try at the next start", channel.code(), answer);
    return false;
  }

  private void keep(String state, String configId) {
    jdbc.sql(KEEP)
        .param("state", state)
        .param("configId", configId)
        .param("staff", settings.staff().toArray(String[]::new))
        .param("dailyCap", settings.dailyCap())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
