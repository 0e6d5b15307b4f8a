package dev.siyu.layers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of the core circle that change hands when customers are merged or taken apart. */
@Component
class CoreMergeTable {

  private static final List<String> MOVES_FOLLOW =
      List.of(
          """
          UPDATE core_move SET customer_id = :kept, origin_id = coalesce(origin_id, :gone)
          WHERE customer_id = :gone
          """,
          "UPDATE core_merge SET kept = :kept WHERE kept = :gone");
  private static final List<String> SET_ASIDE =
      List.of(
          """
          INSERT INTO core_merge (gone, kept, aside, merged_at)
          SELECT :gone, :kept, to_jsonb(m), :at FROM core_member m WHERE m.customer_id = :who
          """,
          "DELETE FROM core_member WHERE customer_id = :who");
  private static final String MOVE =
      """
      UPDATE core_member SET customer_id = :kept, origin_id = coalesce(origin_id, :gone),
        invitation = invitation + :more
      WHERE customer_id = :gone
      """;
  private static final String MOVES_RETURN =
      """
      UPDATE core_move SET customer_id = :back, origin_id = nullif(origin_id, :back)
      WHERE customer_id = :kept AND origin_id = ANY (:origins)
      """;
  private static final String MOVE_BACK =
      """
      UPDATE core_member SET customer_id = :back, origin_id = nullif(origin_id, :back)
      WHERE customer_id = :kept AND origin_id = ANY (:origins)
      """;
  private static final List<String> GIVE_BACK =
      List.of(
          """
          INSERT INTO core_member
          SELECT m.* FROM core_merge c
          CROSS JOIN jsonb_populate_record(NULL::core_member, c.aside) m
          WHERE c.kept = :kept AND c.gone = :back ORDER BY c.id DESC
          ON CONFLICT (customer_id) DO NOTHING
          """,
          "DELETE FROM core_merge WHERE kept = :kept AND gone = :back",
          "UPDATE core_merge SET kept = :back WHERE kept = :kept AND gone = ANY (:origins)");

  private final JdbcClient jdbc;

  CoreMergeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void movesFollow(String gone, String kept) {
    MOVES_FOLLOW.forEach(sql -> jdbc.sql(sql).param("gone", gone).param("kept", kept).update());
  }

  /** Keeps the membership of {@code who}, if any, for the day the two are taken apart. */
  void setAside(String who, String gone, String kept, Instant at) {
    for (var sql : SET_ASIDE) {
      jdbc.sql(sql)
          .param("who", who)
          .param("gone", gone)
          .param("kept", kept)
          .param("at", at.atOffset(ZoneOffset.UTC))
          .update();
    }
  }

  /**
   * @param more invitations of the one who stays, counted on so that no touch has a used key
   */
  void move(String gone, String kept, int more) {
    jdbc.sql(MOVE).param("gone", gone).param("kept", kept).param("more", more).update();
  }

  void movesReturn(String kept, String back, List<String> origins) {
    bound(MOVES_RETURN, kept, back, origins);
  }

  boolean moveBack(String kept, String back, List<String> origins) {
    return bound(MOVE_BACK, kept, back, origins) == 1;
  }

  void giveBack(String kept, String back, List<String> origins) {
    GIVE_BACK.forEach(sql -> bound(sql, kept, back, origins));
  }

  private int bound(String sql, String kept, String back, List<String> origins) {
    return jdbc.sql(sql)
        .param("kept", kept)
        .param("back", back)
        .param("origins", origins.toArray(String[]::new))
        .update();
  }
}
