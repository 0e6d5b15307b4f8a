package dev.siyu.rehearsalroom;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the texts that are approved outside in place of the shipped ones. */
class LentContents {

  private static final String RETIRE =
      """
      UPDATE content SET state = 'RETIRED' WHERE state IN ('APPROVED', 'IN_REVIEW', 'DRAFT')
      """;

  // Attachments stay behind: their files are not lent.
  private static final String TAKE =
      """
      INSERT INTO content (key, version, text, state, approved_by, kind, product, title)
      SELECT key, version, text, state, approved_by, kind, product, title
      FROM json_populate_recordset(NULL::content, :rows::json)
      ON CONFLICT (key, version) DO UPDATE SET text = excluded.text, state = excluded.state,
        kind = excluded.kind, product = excluded.product, title = excluded.title
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  LentContents(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /**
   * @param rows JSON array; null or empty: the shipped ones stay
   */
  void take(@Nullable String rows) {
    if (rows == null || rows.equals("[]")) {
      return;
    }
    transactions.executeWithoutResult(
        status -> {
          jdbc.sql(RETIRE).update();
          jdbc.sql(TAKE).param("rows", rows).update();
        });
  }
}
