package dev.siyu.wecom;

import dev.siyu.calls.CallResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls to WeCom that Siyu makes. Numbers and codes: WeCom developer documentation. */
public interface WeCom {

  /** What WeCom knows of a contact (externalcontact/get). */
  record Contact(
      String externalUserId, String name, @Nullable String unionId, List<String> staffUserIds) {}

  /** How a mass-send task stands for one customer: 0 unsent, 1 sent, 2 not a friend, 3 limit. */
  record MassSendResult(String externalUserId, int status) {}

  /** Greets a new contact; the code lives 20 s after the add (doc 92599). */
  CallResult<Boolean> sendWelcome(String welcomeCode, String text);

  /** As {@link #sendWelcome(String, String)} with at most 9 attachments. */
  default CallResult<Boolean> sendWelcome(
      String welcomeCode, String text, List<Attachment> attachments) {
    return attachments.isEmpty() ? sendWelcome(welcomeCode, text) : noAttachments();
  }

  CallResult<Contact> contact(String externalUserId);

  /** Marks and unmarks corp tags by name; at most 5 calls in flight (error 45033 beyond). */
  CallResult<Boolean> markTags(
      String staffUserId, String externalUserId, List<String> add, List<String> remove);

  /** Creates a mass-send task the staff member must confirm; answers its msgid (doc 92135). */
  CallResult<String> createMassSend(String staffUserId, List<String> externalUserIds, String text);

  /** As {@link #createMassSend(String, List, String)} with at most 9 attachments. */
  default CallResult<String> createMassSend(
      String staffUserId, List<String> externalUserIds, String text, List<Attachment> attachments) {
    return attachments.isEmpty()
        ? createMassSend(staffUserId, externalUserIds, text)
        : noAttachments();
  }

  CallResult<List<MassSendResult>> massSendResults(String msgId, String staffUserId);

  CallResult<Boolean> sendAppMessage(String staffUserId, String text);

  private static <T> CallResult<T> noAttachments() {
    return new CallResult.Broken<>("SIYU-3199", "this connector sends no attachments");
  }
}
