package dev.siyu.customers;

import java.time.Clock;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decides what follows when an id turns up at a second customer: a proof merges, unless both are
 * WeCom contacts or a person took them apart; then a person is asked.
 */
@Component
class Joining {

  private static final Logger log = LoggerFactory.getLogger(Joining.class);

  private static final String IS_CONTACT =
      "SELECT external_user_id IS NOT NULL FROM customer WHERE id = :id";
  private static final String TAKEN_APART =
      """
      SELECT EXISTS (SELECT FROM customer_merge WHERE separated_at IS NOT NULL
        AND ((gone = :one AND kept = :other) OR (gone = :other AND kept = :one)))
      """;
  private static final String SUGGEST =
      """
      INSERT INTO merge_suggestion (one, other, why, at)
      VALUES (least(:one, :other), greatest(:one, :other), :why, :now) ON CONFLICT DO NOTHING
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Identities identities;
  private final Merging merging;

  Joining(JdbcClient jdbc, Clock clock, Identities identities, Merging merging) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.identities = identities;
    this.merging = merging;
  }

  /**
   * An id of the customer {@code kept}, who is held, was told; answers who it is from now on.
   * Learns first and looks then: a look before could miss who learns it at the same moment.
   */
  CustomerId provenBy(String kind, String value, CustomerId kept, CustomerId origin) {
    if (identities.learn(kind, value, kept, origin)) {
      return kept;
    }
    var found = identities.byKey(kind, value).customer();
    return found.equals(kept) ? kept : joined(found, kept, kind + " id");
  }

  /** Both are one person; answers who stays, or {@code two} when a person must decide. */
  CustomerId joined(CustomerId one, CustomerId two, String why) {
    boolean oneIsContact = isContact(one);
    if (oneIsContact && isContact(two)) {
      suggest(one, two, "UNION");
      log.warn("SIYU-3165 {} and {} share an id but both are contacts; a person decides", one, two);
      return two;
    }
    if (areTakenApart(one, two)) {
      suggest(one, two, "SEPARATED");
      return two;
    }
    var kept = oneIsContact ? one : two;
    merging.merge(kept.equals(one) ? two : one, kept, why, null);
    return kept;
  }

  boolean isContact(CustomerId id) {
    return jdbc.sql(IS_CONTACT)
        .param("id", id.value())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  private boolean areTakenApart(CustomerId one, CustomerId other) {
    return jdbc.sql(TAKEN_APART)
        .param("one", one.value())
        .param("other", other.value())
        .query(Boolean.class)
        .single();
  }

  void suggest(CustomerId one, CustomerId other, String why) {
    jdbc.sql(SUGGEST)
        .param("one", one.value())
        .param("other", other.value())
        .param("why", why)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
