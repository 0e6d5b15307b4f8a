package dev.siyu.history;

import dev.siyu.history.HistoryViews.Instance;
import dev.siyu.history.HistoryViews.InstancePage;
import dev.siyu.history.HistoryViews.InstanceQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Journey runs, newest first. */
@Repository
class InstanceReads {

  // at: containers are left out, a person wants to see the step itself.
  private static final String SELECT =
      """
      select p.key, p.process_id, p.version, p.definition_key, p.customer_id, p.state, p.started_at,
        p.ended_at,
        (select count(*) from history.incident i
          where i.instance_key = p.key and i.resolved_at is null) as incidents,
        case when p.state <> 'ACTIVE' then '{}'::text[] else array(
          select distinct e.element_id from history.element_instance e
          where e.instance_key = p.key and e.state = 'ACTIVE'
            and e.element_type not in
              ('SUB_PROCESS', 'EVENT_SUB_PROCESS', 'MULTI_INSTANCE_BODY')
          order by 1) end as at
      from history.process_instance p
      """;

  private static final String NEWEST_FIRST = " order by p.started_at desc, p.key desc limit :limit";

  private static final String AT_ELEMENT =
      """
       and p.key in (select e.instance_key from history.element_instance e
         where e.state = 'ACTIVE' and e.element_id = :element and e.definition_key in
           (select d.key from history.process_definition d where d.process_id = :process))
      """;

  private final JdbcClient jdbc;

  InstanceReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  InstancePage page(InstanceQuery query) {
    var sql = new StringBuilder(SELECT).append(" where p.process_id = :process");
    sql.append(query.version() == null ? "" : " and p.version = :version");
    sql.append(query.state() == null ? "" : " and p.state = :state");
    sql.append(query.elementId() == null ? "" : AT_ELEMENT);
    sql.append(
        query.cursor() == null ? "" : " and (p.started_at, p.key) < (:startedBefore, :keyBefore)");
    StatementSpec select =
        jdbc.sql(sql.append(NEWEST_FIRST).toString())
            .param("process", query.processId())
            .param("version", query.version())
            .param("state", query.state())
            .param("element", query.elementId())
            .param("limit", query.limit() + 1);
    if (query.cursor() != null) {
      InstanceCursor before = InstanceCursor.parse(query.cursor());
      select.param("startedBefore", before.timestamp()).param("keyBefore", before.key());
    }
    List<Instance> found = select.query((rs, n) -> instance(rs)).list();
    if (found.size() <= query.limit()) {
      return new InstancePage(found, null);
    }
    List<Instance> items = found.subList(0, query.limit());
    return new InstancePage(List.copyOf(items), InstanceCursor.after(items.getLast()).text());
  }

  Optional<Instance> one(long key) {
    return jdbc.sql(SELECT + " where p.key = :key")
        .param("key", key)
        .query((rs, n) -> instance(rs))
        .optional();
  }

  List<Instance> ofCustomer(String customerId, int limit) {
    return jdbc.sql(SELECT + " where p.customer_id = :customer" + NEWEST_FIRST)
        .param("customer", customerId)
        .param("limit", limit)
        .query((rs, n) -> instance(rs))
        .list();
  }

  private static Instance instance(ResultSet rs) throws SQLException {
    return new Instance(
        rs.getLong("key"),
        rs.getString("process_id"),
        rs.getInt("version"),
        rs.getLong("definition_key"),
        rs.getString("customer_id"),
        rs.getString("state"),
        rs.getTimestamp("started_at").toInstant(),
        Columns.time(rs, "ended_at"),
        rs.getLong("incidents"),
        List.of((String[]) rs.getArray("at").getArray()));
  }
}
