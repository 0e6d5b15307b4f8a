package dev.siyu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MigrationsTest {

  @Test
  void shouldGiveEveryTableAComment() {
    // given
    try (var database = TestDatabase.fresh()) {
      // when
      var uncommented =
          database
              .jdbc()
              .sql(
                  """
                  SELECT c.oid::regclass::text FROM pg_class c
                  JOIN pg_namespace n ON n.oid = c.relnamespace
                  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
                    AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                    AND c.relname <> 'flyway_schema_history'
                    AND obj_description(c.oid) IS NULL
                  ORDER BY 1
                  """)
              .query(String.class)
              .list();
      // then
      assertThat(uncommented).as("tables without COMMENT ON TABLE").isEmpty();
    }
  }
}
