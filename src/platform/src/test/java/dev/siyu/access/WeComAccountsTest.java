package dev.siyu.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.TestRooms;
import dev.siyu.access.WeComAccounts.Linked;
import dev.siyu.tasks.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who holds which WeCom account, and that nobody changes it without a trace. */
class WeComAccountsTest {

  private final List<String> told = new ArrayList<>();
  private final TestRooms rooms =
      TestRooms.open(
          Map.of("siyu.mode", "live", "siyu.access.first-admin-password", "correct horse battery"),
          context ->
              context.registerBean(
                  Notices.class, () -> (key, member, text) -> told.add(member + " " + text)),
          "access");
  private final WeComAccounts accounts = rooms.get(WeComAccounts.class);

  @BeforeEach
  void people() {
    for (var name : List.of("ops", "ecom")) {
      rooms
          .get(People.class)
          .add(new Person(name, name, name, "电商部", Set.of(Role.MANAGER), "x", false, true, false));
    }
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  @Test
  void shouldKeepARowForEachChangeAndTellBothAccounts() {
    // when
    assertThat(accounts.link("ops", "lin", "admin")).isEqualTo(Linked.DONE);
    assertThat(accounts.link("ops", "lin", "admin")).as("nothing new").isEqualTo(Linked.DONE);
    assertThat(accounts.link("ops", "lin.ops", "admin2")).isEqualTo(Linked.DONE);
    assertThat(accounts.link("ops", null, "admin")).isEqualTo(Linked.DONE);

    // then
    assertThat(changes())
        .containsExactly(
            "ops - > lin by admin", "ops lin > lin.ops by admin2", "ops lin.ops > - by admin");
    assertThat(told)
        .extracting(text -> text.replaceAll(" .*(不再|现在).*", " $1"))
        .containsExactly("lin 现在", "lin 不再", "lin.ops 现在", "lin.ops 不再");
  }

  @Test
  void shouldGiveAnAccountToOnePersonOnlyAndNobodyNone() {
    // given
    accounts.link("ops", "lin", "admin");

    // when, then
    assertThat(accounts.link("ecom", "lin", "admin")).isEqualTo(Linked.TAKEN);
    assertThat(accounts.link("nobody", "wang", "admin")).isEqualTo(Linked.NOBODY);
    assertThat(changes()).as("what did not happen leaves no row").hasSize(1);
    assertThat(rooms.get(People.class).withWeCom("lin")).get().extracting("name").isEqualTo("ops");
  }

  private List<String> changes() {
    return rooms
        .jdbc()
        .sql(
            """
            SELECT name || ' ' || coalesce(before, '-') || ' > ' || coalesce(after, '-')
                || ' by ' || actor
              FROM person_wecom_change JOIN person ON person.id = person_id
             WHERE at = :now ORDER BY person_wecom_change.id
            """)
        .param("now", TestRooms.START.atOffset(java.time.ZoneOffset.UTC))
        .query(String.class)
        .list();
  }
}
