package dev.siyu.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.access.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@SiteTest
class PermissionsTest {

  private static final Map<Role, String> PEOPLE =
      Map.of(
          Role.DESIGNER, "ops",
          Role.MANAGER, "manager",
          Role.STAFF, "staff",
          Role.AUDITOR, "auditor",
          Role.BOSS, "boss",
          Role.ADMIN, "admin",
          Role.FINANCE, "finance");

  @LocalServerPort int port;

  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void shouldHaveExactlyOneRowForEveryEndpoint() {
    // given
    var endpoints = new TreeSet<String>();
    requestMappingHandlerMapping
        .getHandlerMethods()
        .keySet()
        .forEach(
            mapping ->
                mapping.getPatternValues().stream()
                    .filter(path -> path.startsWith("/api"))
                    .forEach(
                        path ->
                            mapping
                                .getMethodsCondition()
                                .getMethods()
                                .forEach(method -> endpoints.add(method + " " + path))));
    // when
    var rows = Arrays.stream(Permissions.values()).map(row -> row.method + " " + row.path).toList();
    // then
    assertThat(rows).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(rows)).isEqualTo(endpoints);
  }

  @Test
  void shouldLetEachRoleDoWhatItsRowSaysAndNothingElse() {
    // given
    var browsers = new HashMap<Role, Browser>();
    PEOPLE.forEach((role, name) -> browsers.put(role, Browser.of(port, name)));
    var surprises = new ArrayList<String>();
    for (var row : Permissions.values()) {
      if (row == Permissions.LOGIN || row == Permissions.LOGOUT) {
        continue;
      }
      for (var role : Role.values()) {
        // when
        int status = call(requireNonNull(browsers.get(role)), row);
        // then
        boolean let = status != 401 && status != 403;
        if (let != (row.roles.isEmpty() || row.roles.contains(role)) || status == 500) {
          surprises.add(row + " as " + role + ": " + status);
        }
      }
    }
    assertThat(surprises).isEmpty();
  }

  @Test
  void shouldAskStrangersToSignInEverywhereElse() {
    // given
    var stranger = new Browser(port);
    stranger.get("/api/public");
    // then
    for (var row : Permissions.values()) {
      if (!row.roles.isEmpty()) {
        assertThat(call(stranger, row)).as(row.name()).isEqualTo(401);
      }
    }
    assertThat(stranger.get("/api/no-such-thing").statusCode()).isEqualTo(401);
    assertThat(stranger.get("/actuator/env").statusCode()).isEqualTo(401);
  }

  @Test
  void shouldLetAuditorsChangeNothing() {
    for (var row : Permissions.values()) {
      if (row.method != HttpMethod.GET && row != Permissions.PASSWORD && !row.roles.isEmpty()) {
        assertThat(row.roles).as(row.name()).doesNotContain(Role.AUDITOR);
      }
      if (row.method == HttpMethod.GET && !row.roles.isEmpty()) {
        assertThat(row.roles).as(row.name()).contains(Role.AUDITOR);
      }
    }
  }

  @Test
  void shouldShowStaffCustomersOnly() {
    var seen =
        Arrays.stream(Permissions.values())
            .filter(row -> row.roles.equals(Set.of(Role.values())))
            .map(row -> row.path)
            .toList();
    assertThat(seen)
        .allMatch(
            path -> path.matches("/api/(me|clock|tasks).*") || path.startsWith("/api/customers"));
  }

  /** With made-up keys and a senseless body: what is allowed is refused for other reasons. */
  private static int call(Browser browser, Permissions row) {
    var path = row.path.replaceAll("\\{[^}]+}", "1");
    if (path.endsWith("/stream")) {
      var stream = browser.open(path);
      Browser.firstEvent(stream);
      return stream.statusCode();
    }
    var answer =
        row.method == HttpMethod.GET ? browser.get(path) : browser.post(path, "{\"from\":\"x\"}");
    return answer.statusCode();
  }
}
