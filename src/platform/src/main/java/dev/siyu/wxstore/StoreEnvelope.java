package dev.siyu.wxstore;

import dev.siyu.wechat.CallbackCipher;
import dev.siyu.wechat.CallbackRefused;
import dev.siyu.wechat.Envelope;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class StoreEnvelope implements StoreCallbacks {

  private final @Nullable Envelope envelope;
  private final StoreNotices notices;
  private final Clock clock;

  StoreEnvelope(StoreSettings settings, Clock clock) {
    this.clock = clock;
    this.notices = new StoreNotices(clock);
    this.envelope =
        settings.enabled()
            ? new Envelope(
                new CallbackCipher(
                    settings.callbackToken(), settings.callbackAesKey(), settings.appId()),
                clock)
            : null;
  }

  @Override
  public Opened echo(
      @Nullable String signature,
      @Nullable String timestamp,
      @Nullable String nonce,
      @Nullable String echostr) {
    try {
      var plain = connected().verified(signature, timestamp, nonce, echostr);
      return new Opened.Authentic(plain, "echo", null, clock.instant());
    } catch (CallbackRefused e) {
      return new Opened.Refused(e.getMessage());
    }
  }

  @Override
  public Opened open(
      @Nullable String signature, @Nullable String timestamp, @Nullable String nonce, byte[] body) {
    try {
      var sealed = Envelope.inJsonOrXml(body);
      return notices.opened(connected().verified(signature, timestamp, nonce, sealed));
    } catch (CallbackRefused e) {
      return new Opened.Refused(e.getMessage());
    }
  }

  private Envelope connected() throws CallbackRefused {
    if (envelope == null) {
      throw new CallbackRefused("SIYU-3168", "no WeChat Store is connected (siyu.wxstore.enabled)");
    }
    return envelope;
  }
}
