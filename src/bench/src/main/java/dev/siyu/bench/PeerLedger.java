package dev.siyu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * The ledger and inbox rows that Siyu writes, in Siyu's own tables, for engines that bring none:
 * claim and commit, call, record and commit; the event's row is committed before the engine hears
 * of it. In favour of the peers: no contact rules, no customers, no outbox, and the event is never
 * marked as done.
 */
final class PeerLedger {

  private static final List<String> TABLES =
      List.of("/db/migration/V020__inbox.sql", "/db/migration/V060__touchpoints.sql");

  private static final String RECEIVE =
      """
      INSERT INTO inbox_event (dedupe_key, source, type, subject, body, body_hash, occurred_at,
        received_at, changed_at)
      VALUES (?, 'WECOM', 'bench', ?, ?, ?, now(), now(), now()) ON CONFLICT DO NOTHING
      """;
  private static final String CLAIM =
      """
      WITH claimed AS (
        INSERT INTO touchpoint (customer_id, journey, step, occurrence, medium, content,
          request_hash, state, attempts, asked_at, claimed_at, updated_at)
        VALUES (?, 'bench', ?, 'e1', 'TAG', 'bench', repeat('0', 64), 'PENDING', 1, now(), now(),
          now())
        ON CONFLICT DO NOTHING RETURNING id, state)
      INSERT INTO touchpoint_event (touchpoint_id, at, state) SELECT id, now(), state FROM claimed
      """;
  private static final String RECORD =
      """
      WITH recorded AS (
        UPDATE touchpoint SET state = 'SENT', provider_id = step, updated_at = now()
        WHERE customer_id = ? AND journey = 'bench' AND step = ? AND occurrence = 'e1'
          AND state = 'PENDING'
        RETURNING id, state, provider_id)
      INSERT INTO touchpoint_event (touchpoint_id, at, state, provider_id)
      SELECT id, now(), state, provider_id FROM recorded
      """;
  private static final byte[] BODY = new byte[400];
  private static final byte[] HASH = new byte[32];

  private final DataSource database;

  PeerLedger(DataSource database) {
    this.database = database;
    inTransaction(
        connection -> {
          try (var statement = connection.createStatement()) {
            for (var file : TABLES) {
              statement.execute(text(file));
            }
          }
          return true;
        });
  }

  private static String text(String file) {
    try (var in = PeerLedger.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void receive(String key, String customerId) {
    inTransaction(
        connection -> {
          try (var insert = connection.prepareStatement(RECEIVE)) {
            insert.setString(1, key);
            insert.setString(2, customerId);
            insert.setBytes(3, BODY);
            insert.setBytes(4, HASH);
            return insert.executeUpdate() == 1;
          }
        });
  }

  /** Claims, would call, records: two commits, as every honest touch needs without batching. */
  void touch(String customerId, String step) {
    if (inTransaction(connection -> write(connection, CLAIM, customerId, step))) {
      inTransaction(connection -> write(connection, RECORD, customerId, step));
    }
  }

  private static boolean write(Connection connection, String sql, String customerId, String step)
      throws SQLException {
    try (var touch = connection.prepareStatement(sql)) {
      touch.setString(1, customerId);
      touch.setString(2, step);
      return touch.executeUpdate() == 1;
    }
  }

  private interface Work {
    boolean on(Connection connection) throws SQLException;
  }

  private boolean inTransaction(Work work) {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      boolean result = work.on(connection);
      connection.commit();
      return result;
    } catch (SQLException e) {
      throw new IllegalStateException("peer ledger failed, the measurement is void", e);
    }
  }
}
