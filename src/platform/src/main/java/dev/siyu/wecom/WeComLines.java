package dev.siyu.wecom;

import dev.siyu.calls.CallLog;
import dev.siyu.calls.CallResult;
import java.time.Clock;
import me.chanjar.weixin.cp.api.WxCpExternalContactService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The lines to WeCom that every call shares, whichever interface it belongs to: one token per
 * secret, one brake after 45009, one pool of connections, one record of how the calls went.
 */
@Component
class WeComLines {

  private final WeComSettings settings;
  private final CallLog log;
  private final Clock clock;
  private final Caller caller;
  private final WeComConnection app;
  private final WxCpExternalContactService contacts;
  private final ApplicationEventPublisher events;
  private final TagIds tags;

  WeComLines(WeComSettings settings, Clock clock) {
    this(settings, clock, event -> {});
  }

  @Autowired
  WeComLines(WeComSettings settings, Clock clock, ApplicationEventPublisher events) {
    this.events = events;
    this.settings = settings;
    this.clock = clock;
    this.log = new CallLog(clock);
    this.caller = new Caller(clock, log, settings.frequencyPause());
    this.app = new WeComConnection(settings, settings.appSecret(), clock);
    this.contacts =
        new WeComConnection(settings, settings.contactSecret(), clock).getExternalContactService();
    this.tags = new TagIds(contacts, settings.tagGroup());
  }

  WeComSettings settings() {
    return settings;
  }

  CallLog log() {
    return log;
  }

  Caller caller() {
    return caller;
  }

  /** With a brake of its own, for calls that strangers can cause: theirs must stop nobody else. */
  Caller ownCaller() {
    return new Caller(clock, log, settings.frequencyPause());
  }

  /** Speaks with the app's secret: app messages. */
  WeComConnection app() {
    return app;
  }

  /** Speaks with the customer contact secret. */
  WxCpExternalContactService contacts() {
    return contacts;
  }

  /** Ids of the corp tags by name, known to all who need them. */
  TagIds tags() {
    return tags;
  }

  /** Tells who listens when the answer says that the member may not work (any more). */
  <T> CallResult<T> about(String staffUserId, CallResult<T> result) {
    switch (result) {
      case CallResult.Declined<T> no -> tell(staffUserId, no.code(), no.reason());
      case CallResult.Broken<T> broken -> tell(staffUserId, broken.code(), broken.reason());
      case CallResult.Ok<T> ok -> {}
      case CallResult.Retryable<T> later -> {}
      case CallResult.Unknown<T> unknown -> {}
    }
    return result;
  }

  private void tell(String staffUserId, String code, String reason) {
    StaffTrouble.Kind.of(code)
        .ifPresent(kind -> events.publishEvent(new StaffTrouble(staffUserId, kind, code, reason)));
  }
}
