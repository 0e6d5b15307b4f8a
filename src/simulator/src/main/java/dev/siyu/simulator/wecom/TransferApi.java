package dev.siyu.simulator.wecom;

import static dev.siyu.simulator.wecom.Reply.refused;

import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.StaffFact;
import dev.siyu.simulator.journal.StaffFact.MemberState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** transfer_customer, transfer_result and both for resigned members (docs 92125, 94081, 94088). */
final class TransferApi {

  private static final int PAGE = 1_000;

  private final Transfers transfers;
  private final Contacts contacts;
  private final Members members;
  private final TransferRules rules;

  TransferApi(Transfers transfers, Contacts contacts, Members members, TransferRules rules) {
    this.transfers = transfers;
    this.contacts = contacts;
    this.members = members;
    this.rules = rules;
  }

  /** 在职继承: of a member who still works. */
  Reply onJob(Asked asked, Draft draft) {
    return transfer(asked, draft, false);
  }

  /** 离职继承: of a member who has left. */
  Reply resigned(Asked asked, Draft draft) {
    return transfer(asked, draft, true);
  }

  private Reply transfer(Asked asked, Draft draft, boolean resigned) {
    String from = asked.text("handover_userid", "handOverUserId");
    String to = asked.text("takeover_userid", "takeOverUserId");
    List<String> customers = asked.texts("external_userid", "externalUserIds");
    asked.keys().put("resigned", String.valueOf(resigned));
    Reply refusal = pairRefusal(from, to, resigned);
    if (refusal != null) {
      return refusal;
    }
    if (customers.isEmpty() || customers.size() > rules.perCall()) {
      return refused(Codes.INVALID_PARAMETER, "external_userid: 1.." + rules.perCall());
    }
    List<Map<String, Object>> results = new ArrayList<>();
    for (String customer : customers) {
      int code = code(from, customer, resigned, draft);
      if (code == 0) {
        draft.record(started(from, to, customer, resigned, draft));
      }
      results.add(Map.of("external_userid", customer, "errcode", code));
    }
    return Reply.ok(Map.of("customer", results));
  }

  private @Nullable Reply pairRefusal(String from, String to, boolean resigned) {
    if (from.isEmpty() || to.isEmpty()) {
      return refused(Codes.INVALID_PARAMETER, "handover_userid or takeover_userid is empty");
    }
    if (from.equals(to)) {
      return refused(Codes.SAME_MEMBER, "handover_userid is takeover_userid");
    }
    boolean gone = members.state(from) == MemberState.LEFT;
    if (resigned && !gone) {
      return refused(Codes.NOT_RESIGNED, "the member has not resigned");
    }
    if ((!resigned && gone) || members.state(to) == MemberState.LEFT) {
      return refused(Codes.INVALID_USER, "invalid userid");
    }
    return members.state(from) == MemberState.BANNED
        ? refused(Codes.MEMBER_BANNED, "the member is banned")
        : members.refusal(to);
  }

  private int code(String from, String customer, boolean resigned, Draft draft) {
    if (contacts.find(customer) == null) {
      return Codes.BAD_EXTERNAL_USER;
    }
    if (contacts.friendship(customer, from) == null) {
      return Codes.NOT_THE_FOLLOWER;
    }
    if (transfers.open(customer) != null) {
      return resigned ? Codes.IN_TRANSFER : Codes.BEING_TRANSFERRED;
    }
    boolean often =
        !resigned && transfers.recent(customer, draft.at(), rules.within()) >= rules.most();
    return often ? Codes.TRANSFERRED_TOO_OFTEN : 0;
  }

  /** Who refuses, and when, is a hash of the names: the same in every run. */
  private StaffFact.TransferStarted started(
      String from, String to, String customer, boolean resigned, Draft draft) {
    int hash = Math.floorMod((customer + "|" + to).hashCode(), 10_000);
    boolean refuses = hash % 100 < rules.refusePercent();
    Duration after =
        refuses ? rules.takeOverAfter().dividedBy(2 + hash % 7) : rules.takeOverAfter();
    return new StaffFact.TransferStarted(
        from, to, customer, resigned, draft.at().plus(after), refuses);
  }

  Reply onJobResult(Asked asked, Draft draft) {
    return result(asked, false);
  }

  Reply resignedResult(Asked asked, Draft draft) {
    return result(asked, true);
  }

  private Reply result(Asked asked, boolean resigned) {
    String from = asked.text("handover_userid", "handOverUserId");
    String to = asked.text("takeover_userid", "takeOverUserId");
    String cursor = Json.text(asked.body(), "cursor");
    if (!cursor.matches("\\d{0,9}")) {
      return refused(Codes.INVALID_PARAMETER, "invalid cursor");
    }
    int first = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
    List<Transfer> all = transfers.between(from, to, resigned);
    List<Map<String, Object>> page =
        all.stream().skip(first).limit(PAGE).map(TransferApi::shown).toList();
    String next = first + PAGE < all.size() ? String.valueOf(first + PAGE) : "";
    return Reply.ok(Map.of("customer", page, "next_cursor", next));
  }

  private static Map<String, Object> shown(Transfer transfer) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("external_userid", transfer.externalUserId());
    shown.put("status", transfer.status());
    shown.put(
        "takeover_time",
        transfer.status() == Transfer.TAKEN_OVER || transfer.open()
            ? transfer.endsAt().getEpochSecond()
            : 0);
    return shown;
  }
}
