package dev.siyu.bench;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The ledger and inbox rows that Siyu writes, for engines that bring none: claim and commit, call,
 * record and commit; inbox row committed before the engine hears of the event.
 */
final class PeerLedger {

  private static final String CREATE =
      """
      CREATE TABLE IF NOT EXISTS peer_inbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, dedupe_key text NOT NULL UNIQUE,
        subject text NOT NULL, body bytea NOT NULL, state text NOT NULL);
      CREATE TABLE IF NOT EXISTS peer_touchpoint (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer_id text NOT NULL,
        journey text NOT NULL, step text NOT NULL, occurrence text NOT NULL, state text NOT NULL,
        UNIQUE (customer_id, journey, step, occurrence));
      CREATE TABLE IF NOT EXISTS peer_touchpoint_event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer_id text NOT NULL,
        step text NOT NULL, state text NOT NULL, detail text);
      """;
  private static final String RECEIVE =
      "INSERT INTO peer_inbox (dedupe_key, subject, body, state) VALUES (?, ?, ?, 'NEW')"
          + " ON CONFLICT DO NOTHING";
  private static final String CLAIM =
      "INSERT INTO peer_touchpoint (customer_id, journey, step, occurrence, state)"
          + " VALUES (?, 'bench', ?, '1', 'PENDING') ON CONFLICT DO NOTHING";
  private static final String RECORD =
      "UPDATE peer_touchpoint SET state = 'SENT' WHERE customer_id = ? AND journey = 'bench'"
          + " AND step = ? AND occurrence = '1' AND state = 'PENDING'";
  private static final String EVENT =
      "INSERT INTO peer_touchpoint_event (customer_id, step, state) VALUES (?, ?, ?)";
  private static final byte[] BODY = new byte[400];

  private final DataSource database;

  PeerLedger(DataSource database) {
    this.database = database;
    inTransaction(
        connection -> {
          try (var statement = connection.createStatement()) {
            statement.execute(CREATE);
          }
          return true;
        });
  }

  void receive(String key, String customerId) {
    inTransaction(
        connection -> {
          try (var insert = connection.prepareStatement(RECEIVE)) {
            insert.setString(1, key);
            insert.setString(2, customerId);
            insert.setBytes(3, BODY);
            return insert.executeUpdate() == 1;
          }
        });
  }

  /** Claims, would call, records: two commits, as every honest touch needs without batching. */
  void touch(String customerId, String step) {
    if (!inTransaction(connection -> write(connection, CLAIM, customerId, step, "PENDING"))) {
      return;
    }
    inTransaction(connection -> write(connection, RECORD, customerId, step, "SENT"));
  }

  private static boolean write(
      Connection connection, String sql, String customerId, String step, String state)
      throws SQLException {
    try (var touch = connection.prepareStatement(sql);
        var event = connection.prepareStatement(EVENT)) {
      touch.setString(1, customerId);
      touch.setString(2, step);
      boolean changed = touch.executeUpdate() == 1;
      event.setString(1, customerId);
      event.setString(2, step);
      event.setString(3, state);
      event.executeUpdate();
      return changed;
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
