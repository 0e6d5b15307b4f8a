package dev.siyu.simulator.wecom;

import static dev.siyu.simulator.wecom.Reply.refused;

import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.MassSendFact;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** add_msg_template and its follow-ups (docs 92135, 93338, 97610, 97611). */
final class MassSendApi {

  private static final int MOST_CUSTOMERS = 10_000;
  private static final int MOST_CHATS = 2_000;
  private static final int MOST_TEXT_BYTES = 4_000;
  private static final int MOST_REMINDERS = 3;
  private static final Duration REMINDER_WINDOW = Duration.ofHours(24);

  private final MassSends massSends;
  private final Contacts contacts;
  private final Chats chats;

  MassSendApi(MassSends massSends, Contacts contacts, Chats chats) {
    this.massSends = massSends;
    this.contacts = contacts;
    this.chats = chats;
  }

  /** Creates tasks; nothing is sent before a member confirms. */
  Reply create(Asked asked, Draft draft) {
    List<String> customers = asked.texts("external_userid", "externalUserIds");
    String sender = asked.text("sender", "staffUserId");
    if (customers.size() > MOST_CUSTOMERS
        || asked.content().getBytes(StandardCharsets.UTF_8).length > MOST_TEXT_BYTES) {
      return refused(Codes.INVALID_PARAMETER, "at most 10000 customers and 4000 bytes of text");
    }
    if (asked.content().isEmpty() && asked.body().path("attachments").isEmpty()) {
      return refused(Codes.INVALID_PARAMETER, "text and attachments are both empty");
    }
    boolean group = Json.text(asked.body(), "chat_type").equals("group");
    return group ? toGroups(asked, draft, sender) : toCustomers(asked, draft, sender, customers);
  }

  /** To groups of the sender; without a list to all of them (doc 92135). */
  private Reply toGroups(Asked asked, Draft draft, String sender) {
    List<String> wanted = asked.texts("chat_id_list", "chatIds");
    if (sender.isEmpty() || wanted.size() > MOST_CHATS) {
      return refused(Codes.INVALID_PARAMETER, "a sender and at most 2000 chats");
    }
    List<String> owned = chats.ownedBy(sender);
    List<String> receivers =
        wanted.isEmpty() ? owned : wanted.stream().filter(owned::contains).toList();
    if (receivers.isEmpty()) {
      return refused(Codes.NO_CUSTOMER, "no group to send to");
    }
    List<String> failed = wanted.stream().filter(chat -> !owned.contains(chat)).toList();
    return created(asked, draft, Map.of(sender, receivers), failed, "group");
  }

  private Reply toCustomers(Asked asked, Draft draft, String sender, List<String> customers) {
    Map<String, List<String>> receivers = new LinkedHashMap<>();
    List<String> failed = new ArrayList<>();
    for (String customer : customers) {
      String staff = staffOf(customer, sender);
      if (staff == null) {
        failed.add(customer);
      } else {
        receivers.computeIfAbsent(staff, s -> new ArrayList<>()).add(customer);
      }
    }
    if (receivers.isEmpty()) {
      return refused(Codes.NO_CUSTOMER, "no customer to send to");
    }
    return created(asked, draft, receivers, failed, null);
  }

  private static Reply created(
      Asked asked,
      Draft draft,
      Map<String, List<String>> receivers,
      List<String> failed,
      @Nullable String chatType) {
    String msgId = Ids.random("msg");
    asked.keys().put("msgId", msgId);
    asked.noteAttached();
    draft.record(new MassSendFact.Created(msgId, asked.content(), receivers, chatType));
    return Reply.ok(Map.of("fail_list", failed, "msgid", msgId));
  }

  Reply results(Asked asked, Draft draft) {
    String msgId = asked.text("msgid", "msgId");
    String staff = asked.text("userid", "staffUserId");
    StaffTask task = massSends.find(msgId, staff);
    if (task == null) {
      return refused(Codes.INVALID_MSG, "invalid msgid or userid");
    }
    String cursor = Json.text(asked.body(), "cursor");
    if (!cursor.matches("\\d{0,9}")) {
      return refused(Codes.INVALID_PARAMETER, "invalid cursor");
    }
    int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
    int limit = (int) Math.clamp(Json.whole(asked.body(), "limit", 500), 1, 1000);
    List<String> all = task.externalUserIds();
    List<Map<String, Object>> page =
        IntStream.range(Math.min(from, all.size()), Math.min(from + limit, all.size()))
            .mapToObj(index -> result(task, index))
            .toList();
    String next = from + limit < all.size() ? String.valueOf(from + limit) : "";
    return Reply.ok(Map.of("next_cursor", next, "send_list", page));
  }

  Reply tasks(Asked asked, Draft draft) {
    List<StaffTask> byStaff = massSends.find(asked.text("msgid", "msgId"));
    if (byStaff.isEmpty()) {
      return refused(Codes.INVALID_MSG, "invalid msgid");
    }
    List<Map<String, Object>> list = new ArrayList<>();
    byStaff.forEach(
        task -> {
          Map<String, Object> shown = new LinkedHashMap<>();
          shown.put("userid", task.staffUserId());
          shown.put("status", task.statuses() == null ? 0 : 2);
          if (task.confirmedAt() != null) {
            shown.put("send_time", task.confirmedAt().getEpochSecond());
          }
          list.add(shown);
        });
    return Reply.ok(Map.of("next_cursor", "", "task_list", list));
  }

  Reply remind(Asked asked, Draft draft) {
    String msgId = asked.text("msgid", "msgId");
    List<StaffTask> byStaff = massSends.find(msgId);
    if (byStaff.isEmpty()) {
      return refused(Codes.INVALID_MSG, "invalid msgid");
    }
    if (byStaff.stream().allMatch(StaffTask::cancelled)) {
      return refused(Codes.CANCELLED, "cancelled");
    }
    if (massSends.remindersSince(msgId, draft.at().minus(REMINDER_WINDOW)) >= MOST_REMINDERS) {
      return refused(Codes.REMINDERS_USED, "reminded 3 times in 24 hours");
    }
    draft.record(new MassSendFact.Reminded(msgId));
    return Reply.ok();
  }

  Reply cancel(Asked asked, Draft draft) {
    String msgId = asked.text("msgid", "msgId");
    List<StaffTask> byStaff = massSends.find(msgId);
    if (byStaff.isEmpty()) {
      return refused(
          msgId.isEmpty() ? Codes.MISSING_MSG : Codes.INVALID_MSG, "invalid or missing msgid");
    }
    if (byStaff.stream().noneMatch(StaffTask::open)) {
      return refused(Codes.CANCELLED, "nothing left to cancel");
    }
    draft.record(new MassSendFact.Cancelled(msgId));
    return Reply.ok();
  }

  private static Map<String, Object> result(StaffTask task, int index) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put(task.group() ? "chat_id" : "external_userid", task.externalUserIds().get(index));
    shown.put("userid", task.staffUserId());
    int status = task.status(index);
    shown.put("status", status);
    if (status == StaffDesk.SENT && task.confirmedAt() != null) {
      shown.put("send_time", task.confirmedAt().getEpochSecond());
    }
    return shown;
  }

  /** Who sends to this customer: the sender if they are contacts, else the last added member. */
  private @Nullable String staffOf(String customer, String sender) {
    Contact contact = contacts.find(customer);
    if (contact == null || contact.friendships().isEmpty()) {
      return null;
    }
    if (sender.isEmpty()) {
      return contact.friendships().keySet().stream().reduce((a, b) -> b).orElse(null);
    }
    return contact.friendships().containsKey(sender) ? sender : null;
  }
}
