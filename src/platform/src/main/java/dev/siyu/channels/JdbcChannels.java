package dev.siyu.channels;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcChannels implements Channels {

  private static final String DIRECT = "direct";
  private static final String FIND =
      """
      SELECT code, name, hook, welcome_content AS "welcomeContent" FROM channel
      WHERE code IN (:state, 'direct') ORDER BY code = 'direct' LIMIT 1
      """;

  private final JdbcClient jdbc;
  private final Map<String, Channel> known = new ConcurrentHashMap<>();

  JdbcChannels(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Channel ofState(@Nullable String state) {
    var wanted = Objects.requireNonNullElse(state, DIRECT);
    var channel = known.get(wanted);
    if (channel == null) {
      channel = jdbc.sql(FIND).param("state", wanted).query(Channel.class).single();
      if (channel.code().equals(wanted)) {
        known.put(wanted, channel); // a stranger's state is not kept: there is no end of them
      }
    }
    return channel;
  }
}
