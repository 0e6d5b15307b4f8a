package dev.siyu.access;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is told when something concerns a department or a role, by WeCom user id. */
@Repository
public class Heads {

  private static final String MANAGERS =
      """
      SELECT wecom_user_id FROM person WHERE enabled AND wecom_user_id IS NOT NULL
        AND department = :department AND roles && ARRAY['MANAGER', 'FINANCE'] ORDER BY id
      """;
  private static final String IN_ROLE =
      """
      SELECT wecom_user_id FROM person WHERE enabled AND wecom_user_id IS NOT NULL
        AND :role = ANY (roles) ORDER BY id
      """;

  private final JdbcClient jdbc;

  Heads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty when nobody of the department has a WeCom account. */
  public List<String> of(String department) {
    return jdbc.sql(MANAGERS).param("department", department).query(String.class).list();
  }

  public List<String> of(Role role) {
    return jdbc.sql(IN_ROLE).param("role", role.name()).query(String.class).list();
  }
}
