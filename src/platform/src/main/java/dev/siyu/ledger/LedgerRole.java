package dev.siyu.ledger;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the book as a database role that may append and read, and nothing else. */
@Component
class LedgerRole {

  private static final String MAY =
      """
      SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'siyu_ledger'
        AND pg_has_role(oid, 'MEMBER') AND has_table_privilege(oid, 'ledger_entry', 'INSERT'))
      """;

  private final JdbcClient jdbc;
  private volatile Role role = Role.UNKNOWN;

  private enum Role {
    UNKNOWN,
    OURS,
    NONE
  }

  LedgerRole(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void writing(Runnable work) {
    writing(
        () -> {
          work.run();
          return true;
        });
  }

  /** A failure leaves the role set; the transaction is lost then, and the role with it. */
  <R> R writing(Supplier<R> work) {
    if (!isOurs()) {
      return work.get();
    }
    jdbc.sql("SET LOCAL ROLE siyu_ledger").update();
    var result = work.get();
    jdbc.sql("RESET ROLE").update();
    return result;
  }

  /** A database whose owner may not make roles has the triggers alone. */
  private boolean isOurs() {
    if (role == Role.UNKNOWN) {
      role = jdbc.sql(MAY).query(Boolean.class).single() ? Role.OURS : Role.NONE;
    }
    return role == Role.OURS;
  }
}
