package dev.siyu.wecom;

import dev.siyu.calls.CallLog;
import java.time.Clock;
import me.chanjar.weixin.cp.api.WxCpExternalContactService;
import org.springframework.stereotype.Component;

/**
 * The lines to WeCom that every call shares, whichever interface it belongs to: one token per
 * secret, one brake after 45009, one pool of connections, one record of how the calls went.
 */
@Component
class WeComLines {

  private final WeComSettings settings;
  private final CallLog log;
  private final Caller caller;
  private final WeComConnection app;
  private final WxCpExternalContactService contacts;

  WeComLines(WeComSettings settings, Clock clock) {
    this.settings = settings;
    this.log = new CallLog(clock);
    this.caller = new Caller(clock, log, settings.frequencyPause());
    this.app = new WeComConnection(settings, settings.appSecret(), clock);
    this.contacts =
        new WeComConnection(settings, settings.contactSecret(), clock).getExternalContactService();
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

  /** Speaks with the app's secret: app messages. */
  WeComConnection app() {
    return app;
  }

  /** Speaks with the customer contact secret. */
  WxCpExternalContactService contacts() {
    return contacts;
  }
}
