package dev.siyu.youzan;

import dev.siyu.mall.Fields;
import dev.siyu.mall.MalformedMallEvent;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Opens Youzan's pushes. Youzan signs with plain MD5 and neither timestamp nor nonce, so a push
 * proves little and may be repeated for ever: it only makes us ask, and what we record is what
 * Youzan's API answers.
 */
@Component
class SignedPushes implements YouzanPushes {

  private final YouzanSettings settings;
  private final Clock clock;

  SignedPushes(YouzanSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Opened open(@Nullable String eventSign, byte[] body) {
    if (!settings.enabled()) {
      return new Opened.Refused("SIYU-3168 no Youzan shop is connected (siyu.youzan.enabled)");
    }
    if (eventSign != null && !matches(eventSign, body)) {
      return new Opened.Refused("SIYU-2302 Event-Sign does not match");
    }
    try {
      var push = Fields.of(body, "push");
      if (eventSign == null && !provenByMsg(push)) {
        return new Opened.Refused("SIYU-2302 sign does not match, or Event-Sign is wanted");
      }
      if (!settings.clientId().equals(push.optional("client_id"))) {
        return new Opened.Refused("SIYU-2303 the push is for another app");
      }
      if (!settings.kdtId().equals(push.optional("kdt_id"))) {
        return new Opened.Refused("SIYU-2303 the push is about another shop");
      }
      return opened(push);
    } catch (MalformedMallEvent e) {
      return new Opened.Refused("SIYU-2301 " + e.getMessage());
    }
  }

  private Opened opened(Fields push) {
    var rest = new TreeMap<String, JsonNode>();
    push.node().properties().forEach(field -> rest.put(field.getKey(), field.getValue()));
    rest.remove("sendCount");
    var type = push.text("type");
    var version = push.node().path("version");
    var at =
        version.isIntegralNumber() && version.canConvertToLong()
            ? time(version.longValue())
            : clock.instant();
    return new Opened.Authentic(Fields.write(rest), type, YouzanNotices.tid(push), at);
  }

  /** Versions are seconds or milliseconds; anything else says nothing about time. */
  private Instant time(long version) {
    var at =
        version > 100_000_000_000L ? Instant.ofEpochMilli(version) : Instant.ofEpochSecond(version);
    return at.isAfter(clock.instant()) ? clock.instant() : at;
  }

  private boolean provenByMsg(Fields push) {
    var msg = push.node().path("msg");
    var sign = push.optional("sign");
    return settings.bodySignSuffices()
        && msg.isString()
        && sign != null
        && matches(sign, msg.stringValue().getBytes(StandardCharsets.UTF_8));
  }

  private boolean matches(String sign, byte[] content) {
    try {
      var md5 = MessageDigest.getInstance("MD5");
      md5.update(settings.clientId().getBytes(StandardCharsets.UTF_8));
      md5.update(content);
      md5.update(settings.clientSecret().getBytes(StandardCharsets.UTF_8));
      var expected = HexFormat.of().formatHex(md5.digest());
      return MessageDigest.isEqual(
          expected.getBytes(StandardCharsets.US_ASCII),
          sign.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no MD5", e);
    }
  }
}
