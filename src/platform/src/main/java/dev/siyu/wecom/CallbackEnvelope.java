package dev.siyu.wecom;

import dev.siyu.wechat.CallbackCipher;
import dev.siyu.wechat.CallbackRefused;
import dev.siyu.wechat.Envelope;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens callbacks: first what proves where they come from, only then what they tell. */
@Component
class CallbackEnvelope implements WeComCallbacks, WeComEvents {

  private final Envelope envelope;
  private final CallbackXml xml;
  private final Clock clock;

  CallbackEnvelope(WeComSettings settings, Clock clock) {
    var cipher =
        new CallbackCipher(settings.callbackToken(), settings.callbackAesKey(), settings.corpId());
    this.envelope = new Envelope(cipher, clock);
    this.xml = new CallbackXml(clock);
    this.clock = clock;
  }

  @Override
  public Opened echo(
      @Nullable String signature,
      @Nullable String timestamp,
      @Nullable String nonce,
      @Nullable String echostr) {
    try {
      var plain = envelope.verified(signature, timestamp, nonce, echostr);
      return new Opened.Authentic(plain, "echo", "", clock.instant());
    } catch (CallbackRefused e) {
      return new Opened.Refused(e.getMessage());
    }
  }

  @Override
  public Opened open(
      @Nullable String signature, @Nullable String timestamp, @Nullable String nonce, byte[] body) {
    try {
      return xml.opened(envelope.verified(signature, timestamp, nonce, Envelope.inXml(body)));
    } catch (CallbackRefused e) {
      return new Opened.Refused(e.getMessage());
    }
  }

  @Override
  public WeComEvent read(byte[] plain) {
    return xml.read(plain);
  }
}
