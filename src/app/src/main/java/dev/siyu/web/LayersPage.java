package dev.siyu.web;

import dev.siyu.layers.CoreCircle;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads of the layers page and of the layer on a customer's page. */
@Repository
class LayersPage {

  private static final String DISTRIBUTION =
      """
      SELECT layer, count(*) AS customers, coalesce(sum(net_year_cents), 0)::bigint AS net_year
      FROM customer_layer GROUP BY layer
      """;
  private static final String NEVER =
      "SELECT (SELECT count(*) FROM customer) - (SELECT count(*) FROM customer_layer)";
  private static final String BY_MONTH =
      """
      SELECT to_char(at AT TIME ZONE :zone, 'YYYY-MM') AS month, from_layer, to_layer,
        count(*) AS customers
      FROM layer_move WHERE at > :since GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      """;
  private static final String GROUPS =
      """
      SELECT r.staff_user_id AS name, count(*) AS customers, (SELECT count(*) FROM core_member m
        WHERE m.staff_user_id = r.staff_user_id AND m.state <> 'OUT') AS taken
      FROM (SELECT DISTINCT ON (customer_id) customer_id, staff_user_id FROM customer_staff
        WHERE until IS NULL ORDER BY customer_id, since DESC) r
      GROUP BY r.staff_user_id ORDER BY r.staff_user_id
      """;
  private static final String OPERATORS =
      """
      SELECT operator, count(*) FILTER (WHERE state = 'MEMBER') AS members,
        count(*) FILTER (WHERE state = 'INVITED') AS invited
      FROM core_member WHERE state <> 'OUT' AND operator IS NOT NULL GROUP BY operator
      """;
  private static final String NEXT_ROUND = "SELECT next_at FROM core_round";
  private static final String MOVES =
      """
      SELECT m.*, c.name FROM layer_move m JOIN customer c ON c.id = m.customer_id
      WHERE (CAST(:customer AS text) IS NULL OR m.customer_id = :customer)
        AND (CAST(:before AS bigint) IS NULL OR m.id < :before)
      ORDER BY m.id DESC LIMIT :limit
      """;
  private static final String ONE =
      """
      SELECT c.id, l.*, m.state, m.why, m.operator, m.changed_at, m.warned_at, m.invite_after
      FROM customer c LEFT JOIN customer_layer l ON l.customer_id = c.id
      LEFT JOIN core_member m ON m.customer_id = c.id
      WHERE c.id = coalesce((SELECT customer_id FROM customer_alias WHERE alias = :id), :id)
      """;
  private static final int MONTHS_SHOWN = 550;

  record Share(String layer, long customers, long netYearCents) {}

  record MonthMoves(String month, String from, String to, long customers) {}

  record Group(String staffUserId, long customers, long places, long taken) {}

  record Operator(String userId, List<String> zones, long members, long invited, int most) {}

  record Summary(
      List<Share> distribution,
      long neverBought,
      List<MonthMoves> months,
      List<Group> groups,
      List<Operator> operators,
      @Nullable Instant nextRoundAt) {}

  record Facts(
      long netYearCents, long netEverCents, int ordersYear, int activeMonths, int silentMonths) {}

  record Move(
      long id,
      String customerId,
      String customerName,
      String from,
      String to,
      String cause,
      String reason,
      Facts facts,
      int rulesVersion,
      Instant at) {}

  record Membership(
      String state,
      String why,
      @Nullable String operator,
      Instant changedAt,
      @Nullable Instant warnedAt,
      @Nullable Instant inviteAfter) {}

  record OfCustomer(
      String layer,
      @Nullable String reason,
      @Nullable Instant since,
      @Nullable Facts facts,
      @Nullable Integer rulesVersion,
      @Nullable Membership membership,
      List<Move> moves) {}

  private record Load(long members, long invited) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  LayersPage(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Summary summary(CoreCircle.Capacity capacity) {
    return new Summary(
        jdbc.sql(DISTRIBUTION).query((row, n) -> share(row)).list(),
        jdbc.sql(NEVER).query(Long.class).single(),
        months(),
        jdbc.sql(GROUPS).query((row, n) -> group(row, capacity)).list(),
        operators(capacity),
        jdbc.sql(NEXT_ROUND)
            .query((row, n) -> Optional.ofNullable(Rows.instant(row, "next_at")))
            .single()
            .orElse(null));
  }

  Rows.Page<Move> moves(@Nullable String customer, @Nullable Long before, int limit) {
    var rows =
        jdbc.sql(MOVES)
            .param("customer", customer)
            .param("before", before)
            .param("limit", limit + 1)
            .query((row, n) -> move(row))
            .list();
    return Rows.page(rows, limit, last -> String.valueOf(last.id()));
  }

  /** Also under an id that was merged into another. */
  Optional<OfCustomer> of(String id) {
    return jdbc.sql(ONE).param("id", id).query((row, n) -> customer(row)).optional();
  }

  private List<MonthMoves> months() {
    return jdbc.sql(BY_MONTH)
        .param("zone", clock.getZone().getId())
        .param("since", Rows.sql(clock.instant().minus(java.time.Duration.ofDays(MONTHS_SHOWN))))
        .query(
            (row, n) ->
                new MonthMoves(
                    row.getString("month"),
                    row.getString("from_layer"),
                    row.getString("to_layer"),
                    row.getLong("customers")))
        .list();
  }

  private List<Operator> operators(CoreCircle.Capacity capacity) {
    Map<String, Load> loads =
        jdbc
            .sql(OPERATORS)
            .query(
                (row, n) ->
                    Map.entry(
                        row.getString("operator"),
                        new Load(row.getLong("members"), row.getLong("invited"))))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return capacity.operators().entrySet().stream()
        .map(
            one -> {
              var load = loads.getOrDefault(one.getKey(), new Load(0, 0));
              return new Operator(
                  one.getKey(),
                  one.getValue(),
                  load.members(),
                  load.invited(),
                  capacity.perOperator());
            })
        .toList();
  }

  private static Share share(ResultSet row) throws SQLException {
    return new Share(row.getString("layer"), row.getLong("customers"), row.getLong("net_year"));
  }

  private static Group group(ResultSet row, CoreCircle.Capacity capacity) throws SQLException {
    long customers = row.getLong("customers");
    long places = customers * capacity.places() / capacity.groupSize();
    return new Group(row.getString("name"), customers, places, row.getLong("taken"));
  }

  private OfCustomer customer(ResultSet row) throws SQLException {
    var moves = moves(row.getString("id"), null, 20).items();
    var membership = row.getString("state") == null ? null : membership(row);
    if (row.getString("layer") == null) {
      return new OfCustomer("OUTER", null, null, null, null, membership, moves);
    }
    return new OfCustomer(
        row.getString("layer"),
        row.getString("reason"),
        Rows.moment(row, "since"),
        facts(row),
        row.getInt("rules_version"),
        membership,
        moves);
  }

  private static Membership membership(ResultSet row) throws SQLException {
    return new Membership(
        row.getString("state"),
        row.getString("why"),
        row.getString("operator"),
        Rows.moment(row, "changed_at"),
        Rows.instant(row, "warned_at"),
        Rows.instant(row, "invite_after"));
  }

  private static Move move(ResultSet row) throws SQLException {
    return new Move(
        row.getLong("id"),
        row.getString("customer_id"),
        row.getString("name"),
        row.getString("from_layer"),
        row.getString("to_layer"),
        row.getString("cause"),
        row.getString("reason"),
        facts(row),
        row.getInt("rules_version"),
        Rows.moment(row, "at"));
  }

  static Facts facts(ResultSet row) throws SQLException {
    return new Facts(
        row.getLong("net_year_cents"),
        row.getLong("net_ever_cents"),
        row.getInt("orders_year"),
        row.getInt("active_months"),
        row.getInt("silent_months"));
  }
}
