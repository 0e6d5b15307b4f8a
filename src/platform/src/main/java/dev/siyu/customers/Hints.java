package dev.siyu.customers;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signs that two customers may be one person; they prove nothing, a person decides. */
@Component
class Hints {

  private static final int SHORTEST_PHONE = 7;

  private static final String HINT =
      """
      INSERT INTO customer_hint (kind, hash, customer_id, learnt_at)
      VALUES ('phone', :hash, :origin, :now) ON CONFLICT DO NOTHING
      """;
  private static final String OTHERS =
      """
      SELECT DISTINCT coalesce(a.customer_id, h.customer_id) FROM customer_hint h
      LEFT JOIN customer_alias a ON a.alias = h.customer_id
      WHERE h.kind = 'phone' AND h.hash = :hash
        AND coalesce(a.customer_id, h.customer_id) <> :id
      LIMIT 20
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Identities identities;
  private final Joining joining;
  private final CustomerSettings settings;

  Hints(
      JdbcClient jdbc,
      Clock clock,
      Identities identities,
      Joining joining,
      CustomerSettings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.identities = identities;
    this.joining = joining;
    this.settings = settings;
  }

  /** Remembers the phone's keyed hash; whoever shares it becomes a suggestion. */
  void phone(String phone, CustomerId customer, CustomerId origin) {
    var digits = phone.replaceAll("[^0-9]", "");
    var key = settings.phoneKey();
    if (key == null || key.isBlank() || phone.contains("*") || digits.length() < SHORTEST_PHONE) {
      return; // masked by the mall, or not wanted
    }
    var hash =
        hash(key, digits.startsWith("86") && digits.length() == 13 ? digits.substring(2) : digits);
    identities.takeTurn("phone", hash);
    boolean fresh =
        jdbc.sql(HINT)
                .param("hash", hash)
                .param("origin", origin.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update()
            == 1;
    if (fresh) {
      jdbc.sql(OTHERS)
          .param("hash", hash)
          .param("id", customer.value())
          .query(String.class)
          .list()
          .forEach(other -> joining.suggest(new CustomerId(other), customer, "PHONE"));
    }
  }

  private static String hash(String key, String digits) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(digits.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no HmacSHA256", e);
    }
  }
}
