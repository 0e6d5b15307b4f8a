package dev.siyu.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LiveReads implements JourneyLive {

  private static final String HEAT =
      """
      with latest as (
        select key, state from history.process_instance
        where process_id = :process and (:version::int is null or version = :version)
        order by started_at desc, key desc limit 2000
      )
      select e.element_id, count(distinct e.instance_key) as runs,
        coalesce(avg(extract(epoch from e.ended_at - e.started_at))
          filter (where e.ended_at is not null and e.started_at is not null), 0)::bigint as seconds,
        count(distinct e.instance_key) filter (where e.state = 'TERMINATED') as dropped
      from latest l join history.element_instance e on e.instance_key = l.key
      where e.element_type not in ('SUB_PROCESS', 'EVENT_SUB_PROCESS', 'MULTI_INSTANCE_BODY')
      group by e.element_id order by e.element_id
      """;

  private static final String OPEN =
      """
      from history.incident i join history.process_definition d on d.key = i.definition_key
      where d.process_id = :process and (:version::int is null or d.version = :version)
        and i.resolved_at is null
      """;
  private static final String CAUSE = "left(regexp_replace(i.message, '[0-9]+', '#', 'g'), 300)";
  private static final String CAUSES =
      "select i.element_id, i.error_type, "
          + CAUSE
          + " as message, count(*) as count, min(i.instance_key) as sample "
          + OPEN
          + " group by 1, 2, 3 order by count desc, 1, 2, 3 limit 50";
  private static final String STUCK =
      "select i.key, i.job_key "
          + OPEN
          + " and i.element_id = :element and i.error_type = :type and "
          + CAUSE
          + " = :message order by i.key limit :limit";

  private final JdbcClient jdbc;

  LiveReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Heat> heat(String processId, @Nullable Integer version) {
    return jdbc.sql(HEAT)
        .param("process", processId)
        .param("version", version)
        .query((rs, n) -> new Heat(rs.getString(1), rs.getLong(2), rs.getLong(3), rs.getLong(4)))
        .list();
  }

  @Override
  public List<Cause> causes(String processId, @Nullable Integer version) {
    return jdbc.sql(CAUSES)
        .param("process", processId)
        .param("version", version)
        .query(
            (rs, n) ->
                new Cause(
                    rs.getString(1),
                    rs.getString(2),
                    rs.getString(3),
                    rs.getLong(4),
                    rs.getLong(5)))
        .list();
  }

  @Override
  public List<Stuck> stuck(
      String processId,
      @Nullable Integer version,
      String elementId,
      String errorType,
      String message,
      int limit) {
    return jdbc.sql(STUCK)
        .param("process", processId)
        .param("version", version)
        .param("element", elementId)
        .param("type", errorType)
        .param("message", message)
        .param("limit", limit)
        .query((rs, n) -> new Stuck(rs.getLong("key"), Columns.number(rs, "job_key")))
        .list();
  }
}
