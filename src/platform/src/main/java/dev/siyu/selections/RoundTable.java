package dev.siyu.selections;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rounds. The only place that changes the state of one. */
@Component
class RoundTable {

  private static final String OPEN =
      """
      INSERT INTO selection_round (name, effective_on, review_weeks, opened_by, opened_at)
      VALUES (:name, :day, :weeks, :actor, :now)
      ON CONFLICT ((true)) WHERE state IN ('CHOOSING', 'SUBMITTED', 'ASKED') DO NOTHING
      RETURNING id
      """;

  /** The revision guards against what the person did not see. */
  private static final String MOVE =
      """
      UPDATE selection_round SET state = :to, revision = revision + 1
      WHERE id = :id AND state = ANY (:from)
        AND (CAST(:revision AS integer) IS NULL OR revision = :revision)
      RETURNING revision
      """;

  private static final String PUT =
      """
      INSERT INTO selection_candidate (round, sku, kind, rank, star_sku, public_price_cents, added_by,
        added_at)
      VALUES (:round, :sku, :kind, :rank, :star, :public, :actor, :now)
      ON CONFLICT (round, sku) DO UPDATE SET kind = excluded.kind, rank = excluded.rank,
        star_sku = excluded.star_sku, public_price_cents = excluded.public_price_cents
      """;

  /** Their prices are kept, because the review counts with them. */
  private static final String IN_EFFECT =
      """
      UPDATE selection_candidate c SET price_cents = p.price_cents, margin_cents = p.margin_cents
      FROM product p WHERE p.sku = c.sku AND c.round = :round
      """;

  /** What stays goes into the next round, ranked as before. */
  private static final String COPY =
      """
      INSERT INTO selection_candidate (round, sku, kind, rank, star_sku, public_price_cents, added_by,
        added_at)
      SELECT :next, sku, kind, rank, star_sku, public_price_cents, 'siyu', :now
      FROM selection_candidate WHERE round = :round AND verdict = 'KEEP'
      """;

  private static final String DECIDED =
      """
      UPDATE selection_round SET decision = :ending, deciders = :deciders, decision_reason = :reason,
        decided_at = :now
      WHERE id = :id
      """;
  private static final String ACT =
      """
      INSERT INTO selection_act (round, action, actor, at, note)
      VALUES (:round, :action, :actor, :now, :note)
      """;

  /** A job that is tried again comes within minutes, the next reminder after days. */
  private static final String REMIND =
      """
      INSERT INTO selection_act (round, action, actor, at, note)
      SELECT :round, 'REMINDED', 'siyu', :now, :step WHERE NOT EXISTS (SELECT FROM selection_act
        WHERE round = :round AND action = 'REMINDED' AND note = :step
          AND at > CAST(:now AS timestamptz) - interval '1 hour')
      """;

  private static final String REMINDED =
      """
      SELECT count(*) FROM selection_act WHERE round = :round AND action = 'REMINDED'
        AND note = :step AND id > coalesce((SELECT max(id) FROM selection_act
          WHERE round = :round AND action = 'SUBMITTED'), 0)
      """;

  private final JdbcClient jdbc;

  RoundTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty when another round is being chosen for. */
  Optional<Long> open(String name, LocalDate day, int weeks, String actor, Instant now) {
    return jdbc.sql(OPEN)
        .param("name", name)
        .param("day", day)
        .param("weeks", weeks)
        .param("actor", actor)
        .param("now", SalesTable.utc(now))
        .query(Long.class)
        .optional();
  }

  /** Empty when it is in another state, or another revision than seen. */
  Optional<Integer> move(
      long id, List<RoundState> from, RoundState to, @Nullable Integer revision) {
    return jdbc.sql(MOVE)
        .param("id", id)
        .param("from", from.stream().map(Enum::name).toArray(String[]::new))
        .param("to", to.name())
        .param("revision", revision, Types.INTEGER)
        .query(Integer.class)
        .optional();
  }

  void put(long round, Selections.Wish wish, String actor, Instant now) {
    jdbc.sql(PUT)
        .param("round", round)
        .param("sku", wish.sku())
        .param("kind", wish.kind().name())
        .param("rank", wish.rank())
        .param("star", wish.starSku(), Types.VARCHAR)
        .param("public", wish.publicPriceCents(), Types.BIGINT)
        .param("actor", actor)
        .param("now", SalesTable.utc(now))
        .update();
  }

  boolean drop(long round, String sku) {
    return jdbc.sql("DELETE FROM selection_candidate WHERE round = :round AND sku = :sku")
            .param("round", round)
            .param("sku", sku)
            .update()
        == 1;
  }

  void copyKept(long round, long next, Instant now) {
    jdbc.sql(COPY)
        .param("round", round)
        .param("next", next)
        .param("now", SalesTable.utc(now))
        .update();
  }

  /** Remembers what was signed. */
  void signed(long id, String hash) {
    jdbc.sql("UPDATE selection_round SET signed_hash = :hash WHERE id = :id")
        .param("id", id)
        .param("hash", hash)
        .update();
  }

  boolean isSigned(long id, String hash) {
    return jdbc.sql(
            "SELECT EXISTS (SELECT FROM selection_round WHERE id = :id AND signed_hash = :hash)")
        .param("id", id)
        .param("hash", hash)
        .query(Boolean.class)
        .single();
  }

  void asked(long id, String approval) {
    jdbc.sql("UPDATE selection_round SET approval = :approval WHERE id = :id")
        .param("id", id)
        .param("approval", approval)
        .update();
  }

  void decided(long id, String ending, List<String> deciders, String reason, Instant now) {
    jdbc.sql(DECIDED)
        .param("id", id)
        .param("ending", ending)
        .param("deciders", deciders.toArray(String[]::new))
        .param("reason", reason)
        .param("now", SalesTable.utc(now))
        .update();
  }

  void inEffect(long id, Instant now) {
    jdbc.sql(IN_EFFECT).param("round", id).update();
    jdbc.sql("UPDATE selection_round SET applied_at = :now WHERE id = :id")
        .param("id", id)
        .param("now", SalesTable.utc(now))
        .update();
  }

  void counted(long id, Instant now) {
    jdbc.sql("UPDATE selection_round SET counted_at = :now WHERE id = :id")
        .param("id", id)
        .param("now", SalesTable.utc(now))
        .update();
  }

  void act(long round, String action, String actor, Instant now, String note) {
    jdbc.sql(ACT)
        .param("round", round)
        .param("action", action)
        .param("actor", actor)
        .param("now", SalesTable.utc(now))
        .param("note", note)
        .update();
  }

  /** Notes a reminder, once an hour; answers how many since it was submitted last. */
  int remind(long round, SelectionWork.Step step, Instant now) {
    jdbc.sql(REMIND)
        .param("round", round)
        .param("step", step.name())
        .param("now", SalesTable.utc(now))
        .update();
    return jdbc.sql(REMINDED)
        .param("round", round)
        .param("step", step.name())
        .query(Integer.class)
        .single();
  }
}
