package dev.siyu.approvals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who people are, with the id that stays. */
@Component
class Humans {

  private static final String PEOPLE =
      """
      SELECT id, name, department, roles, wecom_user_id, enabled,
        ARRAY(SELECT account FROM person_wecom_change change,
            LATERAL unnest(ARRAY[change.before, change.after]) account
          WHERE change.person_id = person.id AND account IS NOT NULL) AS accounts
        FROM person
      """;

  private final JdbcClient jdbc;

  Humans(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Human> named(String name) {
    return jdbc.sql(PEOPLE + " WHERE name = :name")
        .param("name", name)
        .query((row, n) -> human(row))
        .optional();
  }

  Optional<Human> find(long id) {
    return jdbc.sql(PEOPLE + " WHERE id = :id")
        .param("id", id)
        .query((row, n) -> human(row))
        .optional();
  }

  /** Empty when Siyu itself asked. */
  Optional<Human> requester(AskedRequest asked) {
    var id = asked.requesterId();
    return id == null ? Optional.empty() : find(id);
  }

  /** The first of them who may log in. */
  Optional<Human> withWeCom(String userId) {
    return jdbc.sql(PEOPLE + " WHERE wecom_user_id = :userId AND enabled ORDER BY id LIMIT 1")
        .param("userId", userId)
        .query((row, n) -> human(row))
        .optional();
  }

  /** Everybody who may log in; a company has dozens. */
  List<Human> enabled() {
    return jdbc.sql(PEOPLE + " WHERE enabled ORDER BY id LIMIT 1000")
        .query((row, n) -> human(row))
        .list();
  }

  private static Human human(ResultSet row) throws SQLException {
    var weCom = row.getString("wecom_user_id");
    var accounts = new HashSet<>(List.of((String[]) row.getArray("accounts").getArray()));
    if (weCom != null) {
      accounts.add(weCom);
    }
    return new Human(
        row.getLong("id"),
        row.getString("name"),
        row.getString("department"),
        Set.of((String[]) row.getArray("roles").getArray()),
        weCom,
        accounts,
        row.getBoolean("enabled"));
  }
}
