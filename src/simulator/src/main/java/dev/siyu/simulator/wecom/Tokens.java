package dev.siyu.simulator.wecom;

import static dev.siyu.simulator.wecom.Reply.refused;

import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.journal.Projection;
import dev.siyu.simulator.journal.WorldFact;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Access tokens; asking again while one lives answers the same one (doc 91039). */
final class Tokens implements Projection {

  private final Map<String, WorldFact.TokenIssued> byToken = new HashMap<>();
  private final Map<String, WorldFact.TokenIssued> bySecret = new HashMap<>();
  private final WeComSettings settings;

  Tokens(WeComSettings settings) {
    this.settings = settings;
  }

  Reply issue(Asked asked, Draft draft) {
    String corp = asked.text("corpid", "corpId");
    String secret = asked.body().path("corpsecret").asString("");
    if (!corp.equals(settings.corpId())) {
      return refused(Codes.INVALID_CORP, "invalid corpid");
    }
    String purpose = purpose(secret);
    if (purpose == null) {
      return refused(Codes.INVALID_SECRET, "invalid credential");
    }
    asked.keys().put("purpose", purpose);
    WorldFact.TokenIssued live = bySecret.get(purpose);
    if (live == null || !live.expiresAt().isAfter(draft.at())) {
      Instant end = draft.at().plus(settings.tokenLifetime());
      live = new WorldFact.TokenIssued(Ids.random(""), purpose, end);
      draft.record(live);
    }
    long left = Duration.between(draft.at(), live.expiresAt()).toSeconds();
    return Reply.ok(Map.of("access_token", live.token(), "expires_in", left));
  }

  /** Null when the token opens this API. */
  @Nullable Reply refusal(String token, boolean appOnly, Instant now) {
    if (token.isEmpty()) {
      return refused(Codes.MISSING_TOKEN, "access_token missing");
    }
    WorldFact.TokenIssued issued = byToken.get(token);
    if (issued == null) {
      return refused(Codes.INVALID_TOKEN, "invalid access_token");
    }
    if (!issued.expiresAt().isAfter(now)) {
      return refused(Codes.EXPIRED_TOKEN, "access_token expired");
    }
    return appOnly && !issued.secret().equals("app")
        ? refused(Codes.FORBIDDEN, "API forbidden for this secret")
        : null;
  }

  @Override
  public void apply(Fact fact, Moment moment) {
    if (fact instanceof WorldFact.TokenIssued issued) {
      byToken.values().removeIf(old -> old.expiresAt().isBefore(moment.at().minusSeconds(86_400)));
      byToken.put(issued.token(), issued);
      bySecret.put(issued.secret(), issued);
    }
  }

  private @Nullable String purpose(String secret) {
    if (secret.equals(settings.contactSecret())) {
      return "contact";
    }
    return secret.equals(settings.appSecret()) ? "app" : null;
  }
}
