package dev.siyu.simulator.wecom;

import static dev.siyu.simulator.wecom.Reply.refused;

import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.TouchFact;

/** externalcontact/remark (doc 92115). */
final class RemarkApi {

  private static final int LONGEST = 20;

  private final Contacts contacts;

  RemarkApi(Contacts contacts) {
    this.contacts = contacts;
  }

  Reply change(Asked asked, Draft draft) {
    String external = asked.text("external_userid", "externalUserId");
    String staff = asked.text("userid", "staffUserId");
    String remark = Json.text(asked.body(), "remark");
    if (external.isEmpty()) {
      return refused(Codes.MISSING_EXTERNAL_USER, "missing external_userid");
    }
    if (contacts.friendship(external, staff) == null) {
      return refused(Codes.NOT_A_CONTACT, "not external contact");
    }
    if (remark.isEmpty() || remark.length() > LONGEST) {
      return refused(Codes.INVALID_PARAMETER, "remark has 1 to 20 characters");
    }
    draft.record(new TouchFact.RemarkChanged(external, staff, remark));
    return Reply.ok();
  }
}
