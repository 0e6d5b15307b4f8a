package dev.siyu.inbox;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.WeCom;
import dev.siyu.wecom.WeCom.Contact;
import dev.siyu.wecom.WeComEvent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks WeCom who a new contact is; after some tries the journey goes on without. */
final class ContactDetails {

  sealed interface Answer {}

  /**
   * What we know of the contact.
   *
   * @param contact null when WeCom would not tell; {@code why} says so then
   */
  record Known(@Nullable Contact contact, @Nullable String why) implements Answer {}

  record Later(Duration after, String reason) implements Answer {}

  private final WeCom wecom;
  private final InboxSettings settings;

  ContactDetails(WeCom wecom, InboxSettings settings) {
    this.wecom = wecom;
    this.settings = settings;
  }

  Answer of(WeComEvent.ContactAdded added, int failedTries) {
    return switch (wecom.contact(added.externalUserId())) {
      case CallResult.Ok<Contact> ok -> new Known(ok.value(), null);
      case CallResult.Declined<Contact> no -> without(no.code(), no.reason());
      case CallResult.Broken<Contact> broken -> without(broken.code(), broken.reason());
      case CallResult.Retryable<Contact> busy ->
          again(failedTries, busy.code(), busy.reason(), busy.after());
      case CallResult.Unknown<Contact> none ->
          again(failedTries, none.code(), none.reason(), settings.pauseAfter(failedTries + 1));
    };
  }

  private Answer again(int failedTries, String code, String reason, Duration after) {
    return failedTries < settings.detailAttempts()
        ? new Later(after, code + " " + reason)
        : without(code, reason);
  }

  private static Known without(String code, String reason) {
    return new Known(null, "name and union id stay unknown: " + code + " " + reason);
  }
}
