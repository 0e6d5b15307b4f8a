package dev.siyu.history;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StoredMessages implements PublishedMessages {

  private static final String SEEN =
      "select exists (select 1 from history.message where message_id = :id)";

  private final JdbcClient jdbc;

  StoredMessages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean seen(String messageId) {
    return jdbc.sql(SEEN).param("id", messageId).query(Boolean.class).single();
  }
}
