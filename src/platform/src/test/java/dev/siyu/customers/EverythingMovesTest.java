package dev.siyu.customers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A merge deletes a customer's row: whatever points at it must have moved before. */
class EverythingMovesTest {

  /** Columns whose rooms listen to CustomersMerged (and, if needed, to CustomersSeparated). */
  private static final List<String> MOVED =
      List.of(
          "core_member.customer_id",
          "core_move.customer_id",
          "customer_alias.customer_id",
          "customer_identity.customer_id",
          "customer_layer.customer_id",
          "customer_staff.customer_id",
          "customer_stage.customer_id",
          "customer_tag.customer_id",
          "layer_move.customer_id",
          "paid_order.customer_id",
          "refund.customer_id");

  @Test
  void shouldKnowEveryColumnThatPointsAtACustomer() {
    try (var database = TestDatabase.fresh()) {
      // when
      var columns =
          database
              .jdbc()
              .sql(
                  """
                  SELECT c.conrelid::regclass || '.' || a.attname FROM pg_constraint c
                  JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
                  WHERE c.contype = 'f' AND c.confrelid = 'customer'::regclass ORDER BY 1
                  """)
              .query(String.class)
              .list();
      // then
      assertThat(MOVED)
          .as("a column points at customer: listen to CustomersMerged, then add it here")
          .containsAll(columns);
    }
  }
}
