package dev.siyu.simulator.wecom;

import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.Journal;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.journal.Projection;
import dev.siyu.simulator.journal.StaffFact;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Codes of web views (网页授权): good once, within 5 minutes (docs 91022, 91023). */
public final class Logins implements Projection {

  private static final Duration LIVES = Duration.ofMinutes(5);

  private final Map<String, StaffFact.LoginCodeIssued> codes = new HashMap<>();
  private final Members members;

  Logins(Members members) {
    this.members = members;
  }

  /** The code the web view of this member comes back with. */
  public String issue(Journal journal, String userId) {
    return journal.write(
        draft -> {
          String code = Ids.random("CODE");
          draft.record(new StaffFact.LoginCodeIssued(code, userId, draft.at().plus(LIVES)));
          return code;
        });
  }

  Reply userInfo(Asked asked, Draft draft) {
    StaffFact.LoginCodeIssued issued = codes.get(Json.text(asked.body(), "code"));
    if (issued == null || !issued.endsAt().isAfter(draft.at())) {
      return Reply.refused(Codes.INVALID_CODE, "invalid code");
    }
    draft.record(new StaffFact.LoginCodeUsed(issued.code()));
    // who left since the code was given is somebody outside the company
    return members.state(issued.userId()) == StaffFact.MemberState.LEFT
        ? Reply.ok(Map.of("openid", "o-" + issued.userId()))
        : Reply.ok(Map.of("userid", issued.userId()));
  }

  @Override
  public void apply(Fact fact, Moment moment) {
    if (fact instanceof StaffFact.LoginCodeIssued issued) {
      codes.put(issued.code(), issued);
    } else if (fact instanceof StaffFact.LoginCodeUsed used) {
      codes.remove(used.code());
    }
  }
}
