package dev.siyu.customers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcCustomers implements Customers {

  private static final String FIND =
      """
      SELECT c.*, s.staff_user_id FROM customer c
      LEFT JOIN LATERAL (SELECT staff_user_id FROM customer_staff
        WHERE customer_id = c.id AND until IS NULL ORDER BY since DESC LIMIT 1) s ON true
      WHERE c.id = coalesce((SELECT customer_id FROM customer_alias WHERE alias = :id), :id)
      """;
  private static final String NAME =
      "UPDATE customer SET name = :name WHERE id = :id AND name <> :name";
  private static final String MOVE =
      """
      WITH moved AS (
        INSERT INTO customer_stage (customer_id, stage, at, reason)
        SELECT id, :stage, :at, :reason FROM customer
        WHERE id = :id AND stage <> :stage AND stage <> 'CORE'
        ON CONFLICT DO NOTHING RETURNING customer_id)
      UPDATE customer SET stage = :stage, stage_beneath = NULL
      WHERE id IN (SELECT customer_id FROM moved)
      """;
  private static final String MOVE_BENEATH =
      """
      UPDATE customer SET stage_beneath = :stage
      WHERE id = :id AND stage = 'CORE' AND :stage <> 'CORE'
      """;
  private static final String IN_PEACE =
      """
      SELECT 'LOST' IN (stage, stage_beneath) IS TRUE FROM customer
      WHERE id = coalesce((SELECT customer_id FROM customer_alias WHERE alias = :id), :id)
      """;
  private static final String LEAVE_CORE =
      """
      WITH moved AS (
        INSERT INTO customer_stage (customer_id, stage, at, reason)
        SELECT id, coalesce(stage_beneath, 'REPURCHASE'), :at, :reason FROM customer
        WHERE id = :id AND stage = 'CORE'
        ON CONFLICT DO NOTHING)
      UPDATE customer SET stage = coalesce(stage_beneath, 'REPURCHASE'), stage_beneath = NULL
      WHERE id = :id AND stage = 'CORE'
      """;
  private static final String TAG =
      """
      INSERT INTO customer_tag (customer_id, tag, since) VALUES (:id, :tag, :at)
      ON CONFLICT DO NOTHING
      """;
  private static final String UNTAG =
      "DELETE FROM customer_tag WHERE customer_id = :id AND tag = :tag";
  private static final String MARKED =
      """
      UPDATE customer SET tags_version = tags_version + 1,
        tags_marked_at = greatest(tags_marked_at, :at)
      WHERE id = :id
      """;
  private static final String LIVES_IN =
      "UPDATE customer SET zone = :zone WHERE id = :id AND zone <> :zone";
  private static final String CONSENT =
      """
      UPDATE customer SET consent = :consent, consent_at = :at
      WHERE id = :id AND (consent_at IS NULL OR consent_at < :at)
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Identities identities;
  private final Relations relations;
  private final Joining joining;
  private final CustomerSettings settings;
  private final ApplicationEventPublisher events;

  JdbcCustomers(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      Identities identities,
      Relations relations,
      Joining joining,
      CustomerSettings settings,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.identities = identities;
    this.relations = relations;
    this.joining = joining;
    this.settings = settings;
    this.events = events;
  }

  @Override
  public Optional<Customer> find(CustomerId id) {
    return jdbc.sql(FIND).param("id", id.value()).query((row, n) -> customer(row)).optional();
  }

  @Override
  public CustomerId byExternalUserId(String externalUserId) {
    return identities.byKey(Identities.WECOM, externalUserId).customer();
  }

  @Override
  public CustomerId byUnionId(String unionId) {
    return identities.byKey(Identities.UNION, unionId).customer();
  }

  @Override
  public CustomerId identified(CustomerId id, String name, @Nullable String unionId) {
    return held(
        id,
        kept -> {
          if (unionId != null) {
            joining.provenBy(Identities.UNION, unionId, kept, kept);
          }
          jdbc.sql(NAME).param("id", kept.value()).param("name", name).update();
          return kept;
        });
  }

  @Override
  public boolean added(CustomerId id, String staffUserId, @Nullable String channel, Instant at) {
    return held(id, kept -> relations.add(kept, staffUserId, channel, at));
  }

  @Override
  public boolean left(CustomerId id, String staffUserId, Instant at) {
    return held(
        id,
        kept -> {
          boolean gone = relations.leave(kept, staffUserId, at);
          if (gone) {
            events.publishEvent(new CustomerGone(kept, at));
          }
          return gone;
        });
  }

  @Override
  public void takenOver(CustomerId id, String fromUserId, String toUserId, Instant at) {
    held(id, kept -> relations.takeOver(kept, fromUserId, toUserId, at));
  }

  @Override
  public String staffFor(CustomerId id, String wantedUserId) {
    return relations.staffFor(id, wantedUserId);
  }

  @Override
  public void moveTo(CustomerId id, Stage stage, Instant at, String reason) {
    held(
        id,
        kept -> {
          jdbc.sql(MOVE_BENEATH).param("id", kept.value()).param("stage", stage.name()).update();
          return moved(MOVE, kept, stage, at, reason);
        });
  }

  @Override
  public boolean isInPeace(CustomerId id) {
    return jdbc.sql(IN_PEACE).param("id", id.value()).query(Boolean.class).optional().orElse(false);
  }

  @Override
  public void leaveCore(CustomerId id, Instant at, String reason) {
    held(id, kept -> moved(LEAVE_CORE, kept, Stage.CORE, at, reason));
  }

  private int moved(String sql, CustomerId kept, Stage stage, Instant at, String reason) {
    return jdbc.sql(sql)
        .param("id", kept.value())
        .param("stage", stage.name())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("reason", reason)
        .update();
  }

  @Override
  public void tagged(CustomerId id, List<String> added, List<String> removed, Instant at) {
    held(
        id,
        kept -> {
          added.forEach(
              tag ->
                  jdbc.sql(TAG)
                      .param("id", kept.value())
                      .param("tag", tag)
                      .param("at", at.atOffset(ZoneOffset.UTC))
                      .update());
          removed.forEach(
              tag -> jdbc.sql(UNTAG).param("id", kept.value()).param("tag", tag).update());
          jdbc.sql(MARKED)
              .param("id", kept.value())
              .param("at", at.atOffset(ZoneOffset.UTC))
              .update();
          return kept;
        });
  }

  @Override
  public void livesIn(CustomerId id, ZoneId zone) {
    held(
        id,
        kept -> jdbc.sql(LIVES_IN).param("id", kept.value()).param("zone", zone.getId()).update());
  }

  @Override
  public void livesInCountry(CustomerId id, @Nullable String country) {
    settings.zoneOf(country).ifPresent(zone -> livesIn(id, zone));
  }

  @Override
  public void consents(CustomerId id, boolean consent, Instant at) {
    held(
        id,
        kept ->
            jdbc.sql(CONSENT)
                .param("id", kept.value())
                .param("consent", consent)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update());
  }

  @Override
  public CustomerId hold(CustomerId id) {
    return identities.hold(id);
  }

  private <R> R held(CustomerId id, Function<CustomerId, R> work) {
    return transactions.execute(status -> work.apply(identities.hold(id)));
  }

  private static Customer customer(ResultSet row) throws SQLException {
    var addedAt = row.getObject("added_at", OffsetDateTime.class);
    return new Customer(
        new CustomerId(row.getString("id")),
        row.getString("external_user_id"),
        row.getString("union_id"),
        row.getString("name"),
        Stage.valueOf(row.getString("stage")),
        row.getString("channel"),
        row.getString("staff_user_id"),
        ZoneId.of(row.getString("zone")),
        row.getBoolean("consent"),
        addedAt == null ? null : addedAt.toInstant());
  }
}
