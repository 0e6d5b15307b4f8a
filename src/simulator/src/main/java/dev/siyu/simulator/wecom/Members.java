package dev.siyu.simulator.wecom;

import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.journal.Projection;
import dev.siyu.simulator.journal.StaffFact;
import dev.siyu.simulator.journal.StaffFact.MemberState;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which members are banned (封禁) or have left (离职). Guarded by the journal's lock. */
public final class Members implements Projection {

  private final Map<String, MemberState> states = new HashMap<>();

  public MemberState state(String userId) {
    return states.getOrDefault(userId, MemberState.ACTIVE);
  }

  /** What WeCom says to a call for a member who may not work; null when they may. */
  @Nullable Reply refusal(String userId) {
    return switch (state(userId)) {
      case ACTIVE -> null;
      case BANNED -> Reply.refused(Codes.NO_CONTACT_RIGHT, "no external contact permission");
      case LEFT -> Reply.refused(Codes.INVALID_USER, "invalid userid");
    };
  }

  /** The API, closed for members who may not work; {@code field} names the member in the call. */
  Api working(String field, Api api) {
    return (asked, draft) -> {
      Reply refusal = refusal(Json.text(asked.body(), field));
      return refusal == null ? api.answer(asked, draft) : refusal;
    };
  }

  @Override
  public void apply(Fact fact, Moment moment) {
    if (fact instanceof StaffFact.MemberChanged changed) {
      states.put(changed.userId(), changed.state());
    }
  }
}
