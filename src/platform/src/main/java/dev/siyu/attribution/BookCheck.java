package dev.siyu.attribution;

import java.util.List;

/**
 * Something that is always true of the book.
 *
 * @param sql counts what breaks it; 0 when it holds
 */
record BookCheck(String name, String sql) {

  static final List<BookCheck> ALL =
      List.of(
          new BookCheck("trial-balance", "SELECT coalesce(abs(sum(cents)), 0) FROM ledger_entry"),
          new BookCheck(
              "journals-sum-to-zero",
              """
              SELECT count(*) FROM ledger_journal j LEFT JOIN (SELECT journal_id,
                sum(cents) AS cents FROM ledger_entry GROUP BY journal_id) e ON e.journal_id = j.id
              WHERE e.cents IS DISTINCT FROM 0
              """),
          new BookCheck(
              "entries-have-journals",
              """
              SELECT count(*) FROM ledger_entry e WHERE NOT EXISTS (SELECT FROM ledger_journal j
                WHERE j.id = e.journal_id AND j.month = e.month)
              """),
          new BookCheck(
              "shares-are-whole",
              """
              SELECT count(*) FROM (SELECT source, order_id, number FROM attribution_share
                GROUP BY 1, 2, 3 HAVING sum(bp) <> 10000) s
              """),
          new BookCheck(
              "orders-are-divided",
              """
              SELECT count(*) FROM paid_order o LEFT JOIN (SELECT source, order_id,
                  sum(cents) AS cents FROM ledger_entry
                WHERE department <> '' AND order_id IS NOT NULL GROUP BY 1, 2) e
                ON e.source = o.source AND e.order_id = o.order_id
              WHERE coalesce(e.cents, 0) <> o.amount_cents - o.refunded_cents
                AND NOT EXISTS (SELECT FROM attribution_due d WHERE d.customer_id = o.customer_id)
              """),
          new BookCheck(
              "departments-are-orders-less-refunds",
              """
              SELECT CASE WHEN EXISTS (SELECT FROM attribution_due) THEN 0 ELSE abs(
                (SELECT coalesce(sum(cents), 0) FROM ledger_entry WHERE department <> '')
                - (SELECT coalesce(sum(amount_cents), 0) FROM paid_order)
                + (SELECT coalesce(sum(amount_cents), 0) FROM refund)) END
              """),
          new BookCheck(
              "evidence-is-unchanged",
              """
              SELECT count(*) FROM (SELECT evidence, hash FROM attribution_decision
                ORDER BY decided_at DESC LIMIT 5000) d
              WHERE encode(sha256(convert_to(evidence, 'UTF8')), 'hex') <> hash
              """),
          new BookCheck(
              "closed-statements-are-unchanged",
              """
              SELECT count(*) FROM statement s JOIN settlement m ON m.month = s.month
              WHERE m.state IN ('ASKED', 'CLOSED')
                AND s.month = (SELECT max(month) FROM ledger_month)
                AND s.hash <> (SELECT encode(sha256(convert_to(string_agg(concat_ws('|', id,
                    account, cents, source, order_id, refund_source, refund_id), chr(10)
                    ORDER BY id), 'UTF8')), 'hex')
                  FROM ledger_entry e WHERE e.month = s.month AND e.department = s.department
                    AND e.account IN ('FINAL', 'CLAWED_BACK'))
              """));
}
