package dev.siyu.channels;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcChannels implements Channels {

  private static final String DIRECT = "direct";

  /** A change reaches the other instances within this (real time). */
  private static final long KEEP_NANOS = Duration.ofSeconds(5).toNanos();

  private static final String FIND =
      """
      SELECT code, name, hook, welcome_content AS "welcomeContent" FROM channel
      WHERE code IN (:state, 'direct') ORDER BY code = 'direct' LIMIT 1
      """;
  private static final String SLICES =
      "SELECT begins, content FROM channel_welcome WHERE channel = :code ORDER BY begins";

  private record Known(Channel channel, List<ChannelDesk.Slice> slices, long readAt) {}

  private final JdbcClient jdbc;
  private final ZoneId zone;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  JdbcChannels(JdbcClient jdbc, @Value("${siyu.zone:Asia/Shanghai}") ZoneId zone) {
    this.jdbc = jdbc;
    this.zone = zone;
  }

  @Override
  public Channel ofState(@Nullable String state) {
    return find(state).channel();
  }

  @Override
  public Channel ofState(@Nullable String state, Instant at) {
    var found = find(state);
    var channel = found.channel();
    var content =
        Slices.contentAt(LocalTime.ofInstant(at, zone), found.slices(), channel.welcomeContent());
    return new Channel(channel.code(), channel.name(), channel.hook(), content);
  }

  private Known find(@Nullable String state) {
    var wanted = Objects.requireNonNullElse(state, DIRECT);
    var found = known.get(wanted);
    if (found == null || System.nanoTime() - found.readAt() > KEEP_NANOS) {
      found = read(wanted);
      if (found.channel().code().equals(wanted)) {
        known.put(wanted, found); // a stranger's state is not kept: there is no end of them
      }
    }
    return found;
  }

  private Known read(String wanted) {
    long now = System.nanoTime();
    var channel = jdbc.sql(FIND).param("state", wanted).query(Channel.class).single();
    var slices =
        jdbc.sql(SLICES).param("code", channel.code()).query(ChannelDesk.Slice.class).list();
    return new Known(channel, slices, now);
  }

  /** A channel has changed here. */
  void forget(String code) {
    known.remove(code);
  }
}
