package dev.siyu.history;

import dev.siyu.history.HistoryViews.Element;
import dev.siyu.history.HistoryViews.Incident;
import dev.siyu.history.HistoryViews.Variable;
import dev.siyu.history.HistoryViews.Wait;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everything the page of one run shows. */
@Repository
class DetailReads {

  private static final String ELEMENTS =
      """
      select key, element_id, element_type, state, started_at, ended_at
      from history.element_instance where instance_key = :key order by key
      """;

  private static final String FLOWS =
      "select flow_id from history.flow_taken where instance_key = :key order by at, flow_id";

  private static final String VARIABLES =
      "select name, value, updated_at from history.variable where scope_key = :key order by name";

  private static final String WAITS =
      """
      select element_id, 'TIMER' as kind, due_at as until, null::text as message_name,
        null::text as job_type, null::int as retries
      from history.timer where instance_key = :key and state = 'WAITING'
      union all
      select element_id, 'MESSAGE', null, message_name, null, null
      from history.message_wait where instance_key = :key and state = 'WAITING'
      union all
      select element_id, 'JOB', backoff_until, null, type, retries
      from history.job where instance_key = :key and state in ('CREATED', 'FAILED')
      union all
      select element_id, 'USER_TASK', null, null, null, null
      from history.user_task where instance_key = :key and state = 'CREATED'
      order by kind, until, element_id
      """;

  private static final String INCIDENTS =
      """
      select key, element_id, error_type, message, job_key, created_at, resolved_at
      from history.incident where instance_key = :key order by key
      """;

  private final JdbcClient jdbc;

  DetailReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private <T> List<T> list(String sql, long instanceKey, RowMapper<T> mapper) {
    return jdbc.sql(sql).param("key", instanceKey).query(mapper).list();
  }

  List<Element> elements(long instanceKey) {
    return list(
        ELEMENTS,
        instanceKey,
        (rs, n) ->
            new Element(
                rs.getLong("key"),
                rs.getString("element_id"),
                rs.getString("element_type"),
                rs.getString("state"),
                Columns.time(rs, "started_at"),
                Columns.time(rs, "ended_at")));
  }

  List<String> flows(long instanceKey) {
    return list(FLOWS, instanceKey, (rs, n) -> rs.getString(1));
  }

  List<Variable> variables(long instanceKey) {
    return list(
        VARIABLES,
        instanceKey,
        (rs, n) -> new Variable(rs.getString(1), rs.getString(2), rs.getTimestamp(3).toInstant()));
  }

  List<Wait> waits(long instanceKey) {
    return list(
        WAITS,
        instanceKey,
        (rs, n) ->
            new Wait(
                rs.getString("element_id"),
                rs.getString("kind"),
                Columns.time(rs, "until"),
                rs.getString("message_name"),
                rs.getString("job_type"),
                Columns.integer(rs, "retries")));
  }

  List<Incident> incidents(long instanceKey) {
    return list(
        INCIDENTS,
        instanceKey,
        (rs, n) ->
            new Incident(
                rs.getLong("key"),
                rs.getString("element_id"),
                rs.getString("error_type"),
                rs.getString("message"),
                Columns.number(rs, "job_key"),
                Columns.time(rs, "created_at"),
                Columns.time(rs, "resolved_at")));
  }
}
