package dev.siyu.access;

import dev.siyu.tasks.Notices;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Says which WeCom account is whose, keeps every change and tells both accounts. */
@Component
public class WeComAccounts {

  /** The row is locked before it is read: of two changes at once the second sees the first. */
  private static final String LINK =
      """
      WITH old AS (SELECT id, wecom_user_id FROM person WHERE name = :name FOR UPDATE),
      changed AS (
        UPDATE person SET wecom_user_id = :userId FROM old
         WHERE person.id = old.id AND old.wecom_user_id IS DISTINCT FROM :userId::text
        RETURNING person.id, old.wecom_user_id)
      INSERT INTO person_wecom_change (person_id, before, after, actor, at)
      SELECT id, wecom_user_id, :userId, :actor, :now FROM changed
      RETURNING id, before
      """;

  private static final String TAKEN_AWAY = "您的企业微信账号不再对应思域账号 %s（由 %s 更改）。如非本人要求，请联系管理员。";
  private static final String GIVEN = "您的企业微信账号现在对应思域账号 %s（由 %s 更改）。如非本人要求，请联系管理员。";

  /** How it ended. */
  public enum Linked {
    DONE,
    /** There is nobody of that name. */
    NOBODY,
    /** The account is somebody else's. */
    TAKEN
  }

  private record Change(long id, @Nullable String before) {}

  private final JdbcClient jdbc;
  private final People people;
  private final ObjectProvider<Notices> notices;
  private final TransactionTemplate transactions;
  private final Clock clock;

  WeComAccounts(
      JdbcClient jdbc,
      People people,
      ObjectProvider<Notices> notices,
      TransactionTemplate transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.people = people;
    this.notices = notices;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * The account that decides on cards and logs in inside WeCom as this person.
   *
   * @param userId null: none
   * @param actor who changes it
   */
  public Linked link(String name, @Nullable String userId, String actor) {
    try {
      return Objects.requireNonNull(transactions.execute(status -> change(name, userId, actor)));
    } catch (DuplicateKeyException taken) {
      return Linked.TAKEN;
    }
  }

  private Linked change(String name, @Nullable String userId, String actor) {
    var change =
        jdbc.sql(LINK)
            .param("name", name)
            .param("userId", userId, Types.VARCHAR)
            .param("actor", actor)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query((row, n) -> new Change(row.getLong("id"), row.getString("before")))
            .optional();
    if (change.isEmpty()) {
      return people.find(name).isPresent() ? Linked.DONE : Linked.NOBODY;
    }
    tell(change.get(), change.get().before(), TAKEN_AWAY.formatted(name, actor));
    tell(change.get(), userId, GIVEN.formatted(name, actor));
    return Linked.DONE;
  }

  private void tell(Change change, @Nullable String member, String text) {
    if (member != null) {
      notices.ifAvailable(
          lane -> lane.tell("wecom-account:" + change.id() + ":" + member, member, text));
    }
  }
}
