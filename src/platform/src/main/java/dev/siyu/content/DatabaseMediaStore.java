package dev.siyu.content;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The default: media are backed up with everything else. */
final class DatabaseMediaStore implements MediaStore {

  private static final String PUT = "UPDATE media SET data = :data WHERE id = :id";
  private static final String GET = "SELECT data FROM media WHERE id = :id AND data IS NOT NULL";

  private final JdbcClient jdbc;

  DatabaseMediaStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void put(String id, String mime, byte[] bytes) {
    jdbc.sql(PUT).param("id", id).param("data", bytes).update();
  }

  @Override
  public Optional<byte[]> get(String id) {
    return jdbc.sql(GET).param("id", id).query((row, n) -> row.getBytes("data")).optional();
  }
}
