package dev.siyu.launches;

import dev.siyu.launches.Launches.Audience;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many customers a launch may reach. */
@Component
class Reach {

  private static final String EVERYBODY = "SELECT count(*) FROM customer";
  private static final String TAGGED = "SELECT count(*) FROM customer_tag WHERE tag = :tag";
  private static final String WEARS =
      """
      SELECT EXISTS (SELECT FROM customer_tag WHERE customer_id = :customer AND tag = :tag)
      """;

  private final JdbcClient jdbc;

  Reach(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long people(Audience audience, int percent, @Nullable String tag, boolean thenAll) {
    return switch (thenAll ? Audience.ALL : audience) {
      case ALL -> everybody();
      case PERCENT -> share(everybody(), percent);
      case TAG -> share(jdbc.sql(TAGGED).param("tag", tag).query(Long.class).single(), percent);
    };
  }

  boolean wears(String customerId, @Nullable String tag) {
    return jdbc.sql(WEARS)
        .param("customer", customerId)
        .param("tag", tag)
        .query(Boolean.class)
        .single();
  }

  private long everybody() {
    return jdbc.sql(EVERYBODY).query(Long.class).single();
  }

  private static long share(long people, int percent) {
    return (people * percent + 99) / 100;
  }
}
