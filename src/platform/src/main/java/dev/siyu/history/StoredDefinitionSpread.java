package dev.siyu.history;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StoredDefinitionSpread implements DefinitionSpread {

  private static final String MISSING =
      """
      select exists (select from history.exporter_position e
        where e.incarnation = (select max(incarnation) from history.incarnation)
          and not exists (select from history.record r
            where r.incarnation = e.incarnation and r.partition_id = e.partition_id
              and r.value_type = 'PROCESS' and r.intent = 'CREATED' and r.key = :key))
      """;

  private final JdbcClient jdbc;

  StoredDefinitionSpread(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean isEverywhere(long definitionKey) {
    return !jdbc.sql(MISSING).param("key", definitionKey).query(Boolean.class).single();
  }
}
