package dev.siyu.approvals;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which requests concern a person. */
@Component
class RequestLists {

  /** Roles that see every request. */
  private static final Set<String> EVERYTHING = Set.of("BOSS", "AUDITOR", "FINANCE");

  private static final String ASKED =
      "SELECT id FROM approval_request WHERE requester_id = :person ORDER BY id DESC LIMIT :limit";
  private static final String DECIDED =
      """
      SELECT request_id FROM approval_decision WHERE person_id = :person
      GROUP BY request_id ORDER BY max(id) DESC LIMIT :limit
      """;
  private static final String TEAM =
      """
      SELECT r.id FROM approval_request r LEFT JOIN person p ON p.id = r.requester_id
      WHERE r.state = 'OPEN'
        AND (:everything OR (:manager AND (:department = ANY (r.departments)
          OR p.department = :department)))
      ORDER BY r.id DESC LIMIT :limit
      """;
  private static final String SEEN =
      """
      SELECT EXISTS (
        SELECT FROM approval_request r LEFT JOIN person p ON p.id = r.requester_id
        WHERE r.id = :id AND (:everything OR r.requester_id = :person
          OR (:manager AND (:department = ANY (r.departments) OR p.department = :department))
          OR EXISTS (SELECT FROM approval_decision d
            WHERE d.request_id = r.id AND d.person_id = :person)))
      """;

  private final JdbcClient jdbc;
  private final RequestTable requests;

  RequestLists(JdbcClient jdbc, RequestTable requests) {
    this.jdbc = jdbc;
    this.requests = requests;
  }

  List<AskedRequest> asked(Human person, int limit) {
    return list(ASKED, person, limit);
  }

  List<AskedRequest> decided(Human person, int limit) {
    return list(DECIDED, person, limit);
  }

  List<AskedRequest> team(Human person, int limit) {
    return list(TEAM, person, limit);
  }

  /** By their role, their department, or because they took part. */
  boolean isSeenBy(long id, Human person) {
    return about(SEEN, person).param("id", id).query(Boolean.class).single();
  }

  private List<AskedRequest> list(String sql, Human person, int limit) {
    return requests.all(about(sql, person).param("limit", limit).query(Long.class).list());
  }

  private JdbcClient.StatementSpec about(String sql, Human person) {
    return jdbc.sql(sql)
        .param("person", person.id())
        .param("department", person.department())
        .param("manager", person.roles().contains("MANAGER"))
        .param("everything", person.roles().stream().anyMatch(EVERYTHING::contains));
  }
}
