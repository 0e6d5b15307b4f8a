package dev.siyu.history;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StoredExporterProgress implements ExporterProgress {

  private static final String PARTITIONS =
      """
      select partition_id, position, updated_at from history.exporter_position
      where incarnation = (select max(incarnation) from history.incarnation)
      order by partition_id
      """;

  private static final String REACHED =
      """
      select count(*) from (
        select partition_id from history.record
        where incarnation = (select max(incarnation) from history.incarnation)
          and value_type = 'PROCESS' and intent = 'CREATED' and key = :key
        union
        select partition_id from history.quarantine
        where incarnation = (select max(incarnation) from history.incarnation)
          and value_type = 'PROCESS' and intent = 'CREATED' and key = :key) reached
      """;

  private static final String QUARANTINED = "select count(*) from history.quarantine";

  private final JdbcClient jdbc;

  StoredExporterProgress(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Partition> partitions() {
    return jdbc.sql(PARTITIONS)
        .query(
            (row, n) ->
                new Partition(row.getInt(1), row.getLong(2), row.getTimestamp(3).toInstant()))
        .list();
  }

  @Override
  public boolean isEverywhere(long definitionKey, int partitions) {
    return jdbc.sql(REACHED).param("key", definitionKey).query(Long.class).single() >= partitions;
  }

  @Override
  public long quarantined() {
    return jdbc.sql(QUARANTINED).query(Long.class).single();
  }
}
