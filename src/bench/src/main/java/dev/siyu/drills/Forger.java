package dev.siyu.drills;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes malformed callbacks, each a small change to a genuine one. */
final class Forger {

  /**
   * @param kind what was done to it
   * @param tooLarge answered 413 instead of 403
   */
  record Forged(
      String kind, String path, byte[] body, Map<String, String> headers, boolean tooLarge) {}

  private static final int HUGE = 10_000_000;
  private static final List<String> DOCTYPES =
      List.of(
          "<!DOCTYPE xml [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
          "<!DOCTYPE xml [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x\"> %p;]>",
          "<!DOCTYPE xml [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>",
          "<!DOCTYPE xml>");
  private static final List<String> STRANGE_TIMES =
      List.of("-1", "99999999999999999999", "0x10", "NaN", "", "1e9", "١٢٣");

  private final Random random;
  private final long now;
  private final List<Function<String, Forged>> kinds =
      List.of(
          this::flippedBody,
          this::flippedSignature,
          this::otherNonce,
          this::old,
          this::ahead,
          this::foreignReceiver,
          this::badPadding,
          this::badLength,
          this::oddBlock,
          this::notBase64,
          this::twoEncrypts,
          this::doctype,
          this::parameterTwice,
          this::noParameter,
          this::empty,
          this::otherEncoding,
          this::truncated,
          this::strangeTime,
          this::brokenEscape,
          this::noise,
          this::unsignedMall,
          this::wrongMall);

  /**
   * @param now the product's clock in epoch seconds
   */
  Forger(long seed, long now) {
    this.random = new Random(seed);
    this.now = now;
  }

  Forged next(int i) {
    String person = "forged-" + i;
    String message =
        "<xml><Event>change_external_contact</Event><ChangeType>add_external_contact</ChangeType>"
            + ("<UserID>li.na</UserID><ExternalUserID>" + person + "</ExternalUserID>")
            + ("<WelcomeCode>w" + i + "</WelcomeCode><CreateTime>" + now + "</CreateTime></xml>");
    return i % 50 == 49 ? huge(i) : kinds.get(i % kinds.size()).apply(message);
  }

  private Forged wecom(String kind, String query, byte[] body) {
    return new Forged(
        kind, "/callbacks/wecom?" + query, body, Map.of("Content-Type", "text/xml"), false);
  }

  private Forged signed(String kind, String encrypted, String time, @Nullable String body) {
    String nonce = Long.toHexString(random.nextLong());
    String sent = body == null ? Seal.envelope(encrypted) : body;
    return wecom(kind, Seal.query(time, nonce, encrypted), sent.getBytes(UTF_8));
  }

  private Forged fresh(String kind, String encrypted) {
    return signed(kind, encrypted, String.valueOf(now), null);
  }

  private Forged genuine(String message) {
    return fresh("genuine", Seal.sealed(message));
  }

  private Forged changed(String kind, Forged from, String query) {
    return wecom(kind, query, from.body());
  }

  private static String query(Forged forged) {
    return forged.path().substring(forged.path().indexOf('?') + 1);
  }

  private Forged flippedBody(String message) {
    Forged good = genuine(message);
    byte[] body = good.body().clone();
    int from = new String(body, UTF_8).indexOf("<Encrypt><![CDATA[") + 18;
    body[from + random.nextInt(body.length - from - 25)] ^= (byte) (1 << random.nextInt(7));
    return wecom("flipped bit", query(good), body);
  }

  private Forged flippedSignature(String message) {
    Forged good = genuine(message);
    char digit = query(good).charAt(14) == 'a' ? 'b' : 'a';
    return changed("flipped signature", good, "msg_signature=" + digit + query(good).substring(15));
  }

  private Forged otherNonce(String message) {
    Forged good = genuine(message);
    return changed("other nonce", good, query(good) + "0");
  }

  private Forged old(String message) {
    return signed("old", Seal.sealed(message), "" + (now - 400 - random.nextInt(86_400)), null);
  }

  private Forged ahead(String message) {
    return signed("ahead", Seal.sealed(message), "" + (now + 900 + random.nextInt(86_400)), null);
  }

  private Forged foreignReceiver(String message) {
    byte[] bytes = message.getBytes(UTF_8);
    String to = pick(List.of("", "foreignCorp0000001", Seal.CORP + "x"));
    return fresh(
        "foreign receiver", Seal.encrypted(Seal.padded(Seal.plain(bytes.length, bytes, to))));
  }

  private Forged badPadding(String message) {
    byte[] bytes = message.getBytes(UTF_8);
    byte[] padded = Seal.padded(Seal.plain(bytes.length, bytes, Seal.CORP));
    padded[padded.length - 1] = pick(List.of((byte) 0, (byte) 33, (byte) 255));
    return fresh("bad padding", Seal.encrypted(padded));
  }

  private Forged badLength(String message) {
    byte[] bytes = message.getBytes(UTF_8);
    int length = pick(List.of(-1, Integer.MAX_VALUE, Integer.MIN_VALUE, bytes.length + 1000));
    return fresh("bad length", Seal.encrypted(Seal.padded(Seal.plain(length, bytes, Seal.CORP))));
  }

  private Forged oddBlock(String message) {
    String sealed = Seal.sealed(message);
    return fresh("odd block", sealed.substring(0, sealed.length() - 4 - 4 * random.nextInt(3)));
  }

  private Forged notBase64(String message) {
    return fresh("not Base64", "***" + random.nextInt() + "==");
  }

  private Forged twoEncrypts(String message) {
    String sealed = Seal.sealed(message);
    return signed(
        "two Encrypt",
        sealed,
        String.valueOf(now),
        "<xml><Encrypt>" + sealed + "</Encrypt><Encrypt>x</Encrypt></xml>");
  }

  private Forged doctype(String message) {
    String sealed = Seal.sealed(message);
    return signed("XXE", sealed, String.valueOf(now), pick(DOCTYPES) + Seal.envelope(sealed));
  }

  private Forged parameterTwice(String message) {
    Forged good = genuine(message);
    return changed("parameter twice", good, query(good) + "&nonce=x");
  }

  private Forged noParameter(String message) {
    Forged good = genuine(message);
    return changed("no signature", good, query(good).substring(query(good).indexOf('&') + 1));
  }

  private Forged empty(String message) {
    return wecom("empty", query(genuine(message)), new byte[0]);
  }

  private Forged otherEncoding(String message) {
    Forged good = genuine(message);
    String body = "<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + new String(good.body(), UTF_8);
    return wecom("other encoding", query(good), body.getBytes(UTF_16));
  }

  private Forged truncated(String message) {
    Forged good = genuine(message);
    byte[] body = java.util.Arrays.copyOf(good.body(), 1 + random.nextInt(good.body().length - 10));
    return wecom("truncated", query(good), body);
  }

  private Forged strangeTime(String message) {
    String time = pick(STRANGE_TIMES);
    Forged good = signed("strange time", Seal.sealed(message), time, null);
    return changed(
        "strange time",
        good,
        query(good)
            .replace(time.isEmpty() ? "\u0000" : time, java.net.URLEncoder.encode(time, UTF_8)));
  }

  private Forged brokenEscape(String message) {
    Forged good = genuine(message);
    return changed("broken escape", good, query(good) + "%C3%28&x=%00");
  }

  private Forged noise(String message) {
    byte[] body = new byte[1 + random.nextInt(5000)];
    random.nextBytes(body);
    return wecom("noise", query(genuine(message)), body);
  }

  private Forged unsignedMall(String message) {
    return mall("mall, unsigned", Map.of("Content-Type", "application/json"));
  }

  private Forged wrongMall(String message) {
    long time = random.nextBoolean() ? now : now - 4000;
    return mall(
        "mall, wrong signature",
        Map.of(
            "webhook-id", "forged-" + random.nextInt(),
            "webhook-timestamp", String.valueOf(time),
            "webhook-signature", pick(List.of("v1,AAAA", "v2,x", "", "v1,=", "v1"))));
  }

  private Forged mall(String kind, Map<String, String> headers) {
    String body =
        "{\"type\":\"order.paid\",\"data\":{\"orderId\":\"forged\",\"unionId\":\"u-1\",\"amountCents\":1}}";
    return new Forged(kind, "/callbacks/mall", body.getBytes(UTF_8), headers, false);
  }

  private static Forged huge(int i) {
    String path =
        i % 100 == 49 ? "/callbacks/wecom?msg_signature=x&timestamp=1&nonce=2" : "/callbacks/mall";
    return new Forged("10 MB", path, new byte[HUGE], Map.of(), true);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
