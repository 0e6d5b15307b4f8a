package dev.siyu.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everybody who may log in. */
@Repository
public class People {

  private static final String COLUMNS =
      """
      SELECT name, display_name_zh, display_name_en, department, roles, password_hash,
             must_change_password, enabled, sample, wecom_user_id
        FROM person
      """;
  private static final String ADD =
      """
      INSERT INTO person (name, display_name_zh, display_name_en, department, roles, password_hash,
                          must_change_password, enabled, sample, wecom_user_id,
                          created_at)
      VALUES (:name, :zh, :en, :department, :roles, :hash, :mustChange, :enabled, :sample, :wecom, :at)
      ON CONFLICT (name) DO NOTHING
      """;
  private static final String ENABLE = "UPDATE person SET enabled = :enabled WHERE name = :name";
  private static final String PASSWORD =
      """
      UPDATE person SET password_hash = :hash, must_change_password = :mustChange
       WHERE name = :name
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  People(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public Optional<Person> find(String name) {
    return jdbc.sql(COLUMNS + " WHERE name = :name")
        .param("name", name)
        .query((row, n) -> person(row))
        .optional();
  }

  /** Also somebody who may not log in (any more). */
  public Optional<Person> withWeCom(String userId) {
    return jdbc.sql(COLUMNS + " WHERE wecom_user_id = :userId")
        .param("userId", userId)
        .query((row, n) -> person(row))
        .optional();
  }

  /** Everybody by name; a company has dozens, not thousands, of console users. */
  public List<Person> all() {
    return jdbc.sql(COLUMNS + " ORDER BY name LIMIT 1000").query((row, n) -> person(row)).list();
  }

  /** Adds a person; false when the name is taken (nothing changes then). */
  public boolean add(Person person) {
    return jdbc.sql(ADD)
            .param("name", person.name())
            .param("zh", person.displayNameZh())
            .param("en", person.displayNameEn())
            .param("department", person.department())
            .param("roles", person.roles().stream().map(Role::name).toArray(String[]::new))
            .param("hash", person.passwordHash())
            .param("mustChange", person.mustChangePassword())
            .param("enabled", person.enabled())
            .param("sample", person.sample())
            .param("wecom", person.wecomUserId(), Types.VARCHAR)
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Lets a person in or out; false when there is nobody of that name. */
  public boolean enable(String name, boolean enabled) {
    return jdbc.sql(ENABLE).param("name", name).param("enabled", enabled).update() == 1;
  }

  /** Sets a password; {@code oneTime} asks the person to change it before anything else. */
  public boolean setPassword(String name, String hash, boolean oneTime) {
    return jdbc.sql(PASSWORD)
            .param("name", name)
            .param("hash", hash)
            .param("mustChange", oneTime)
            .update()
        == 1;
  }

  private static Person person(ResultSet row) throws SQLException {
    var roles = (String[]) row.getArray("roles").getArray();
    return new Person(
        row.getString("name"),
        row.getString("display_name_zh"),
        row.getString("display_name_en"),
        row.getString("department"),
        Arrays.stream(roles).map(Role::valueOf).collect(Collectors.toUnmodifiableSet()),
        row.getString("password_hash"),
        row.getBoolean("must_change_password"),
        row.getBoolean("enabled"),
        row.getBoolean("sample"),
        row.getString("wecom_user_id"));
  }
}
