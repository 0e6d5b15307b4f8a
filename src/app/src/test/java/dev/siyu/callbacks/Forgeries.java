package dev.siyu.callbacks;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes malformed WeCom callbacks, each a small change to a genuine one. */
final class Forgeries {

  /** A request as it goes over the wire; the kind names what was done to it. */
  record Forged(String kind, String query, byte[] body) {}

  private final Random random;
  private final long now;

  Forgeries(long seed, long now) {
    this.random = new Random(seed);
    this.now = now;
  }

  Stream<Forged> stream() {
    var kinds =
        Stream.<Function<String, Forged>>of(
                this::flippedBody,
                this::flippedSignature,
                this::flippedNonce,
                this::old,
                this::ahead,
                this::foreignReceiver,
                this::badPadding,
                this::badLength,
                this::notBase64,
                this::twoEncrypts,
                this::doctype,
                this::twiceTheParameter,
                this::noParameter,
                this::empty,
                this::otherEncoding,
                this::truncated,
                this::strangeTimestamp,
                this::brokenEscape)
            .toList();
    return Stream.iterate(0, i -> i + 1)
        .map(i -> kinds.get(i % kinds.size()).apply("<xml><Event>e" + i + "</Event></xml>"));
  }

  Forged genuine(String message) {
    return signed("genuine", Sealed.sealed(message), String.valueOf(now));
  }

  private Forged signed(String kind, String encrypted, String timestamp) {
    return signed(kind, encrypted, timestamp, Sealed.envelope(encrypted).getBytes(UTF_8));
  }

  private Forged signed(String kind, String encrypted, String timestamp, byte[] body) {
    var nonce = Long.toHexString(random.nextLong());
    return new Forged(
        kind, query(Sealed.signature(timestamp, nonce, encrypted), timestamp, nonce), body);
  }

  private static String query(String signature, String timestamp, String nonce) {
    return "msg_signature=" + signature + "&timestamp=" + timestamp + "&nonce=" + nonce;
  }

  private Forged flippedBody(String message) {
    var good = genuine(message);
    var body = good.body().clone();
    int from = new String(body, UTF_8).indexOf("<Encrypt><![CDATA[") + 18;
    int at = from + random.nextInt(body.length - from - 25);
    body[at] ^= (byte) (1 << random.nextInt(7));
    return new Forged("flipped ciphertext", good.query(), body);
  }

  private Forged flippedSignature(String message) {
    var good = genuine(message);
    char digit = good.query().charAt(14) == 'a' ? 'b' : 'a';
    return new Forged(
        "flipped signature", "msg_signature=" + digit + good.query().substring(15), good.body());
  }

  private Forged flippedNonce(String message) {
    var good = genuine(message);
    return new Forged("other nonce", good.query() + "0", good.body());
  }

  private Forged old(String message) {
    long age = 301 + random.nextInt(86_400);
    return signed("old", Sealed.sealed(message), String.valueOf(now - age));
  }

  private Forged ahead(String message) {
    long ahead = 600 + random.nextInt(86_400);
    return signed("ahead", Sealed.sealed(message), String.valueOf(now + ahead));
  }

  private Forged foreignReceiver(String message) {
    byte[] bytes = message.getBytes(UTF_8);
    var receiver = Stream.of("", "foreignCorp0000001", Sealed.CORP + "x").toList();
    var plain = Sealed.plain(bytes.length, bytes, receiver.get(random.nextInt(3)));
    return fresh("foreign receiver", Sealed.padded(plain));
  }

  private Forged badPadding(String message) {
    byte[] bytes = message.getBytes(UTF_8);
    byte[] padded = Sealed.padded(Sealed.plain(bytes.length, bytes, Sealed.CORP));
    padded[padded.length - 1] =
        (byte) Stream.of(0, 33, 255).toList().get(random.nextInt(3)).intValue();
    return fresh("bad padding", padded);
  }

  private Forged badLength(String message) {
    byte[] bytes = message.getBytes(UTF_8);
    int length =
        Stream.of(-1, Integer.MAX_VALUE, Integer.MIN_VALUE, bytes.length + 1000)
            .toList()
            .get(random.nextInt(4));
    return fresh("bad length", Sealed.padded(Sealed.plain(length, bytes, Sealed.CORP)));
  }

  private Forged fresh(String kind, byte[] padded) {
    return signed(kind, Sealed.encrypted(padded), String.valueOf(now));
  }

  private Forged notBase64(String message) {
    return signed("not Base64", "***" + random.nextInt() + "==", String.valueOf(now));
  }

  private Forged twoEncrypts(String message) {
    var encrypted = Sealed.sealed(message);
    var body = "<xml><Encrypt>" + encrypted + "</Encrypt><Encrypt>x</Encrypt></xml>";
    return signed("two Encrypt", encrypted, String.valueOf(now), body.getBytes(UTF_8));
  }

  private Forged doctype(String message) {
    var encrypted = Sealed.sealed(message);
    var bombs =
        Stream.of(
                "<!DOCTYPE xml [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE xml [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x\"> %p;]>",
                "<!DOCTYPE xml [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>",
                "<!DOCTYPE xml>")
            .toList();
    var body = bombs.get(random.nextInt(bombs.size())) + Sealed.envelope(encrypted);
    return signed("DOCTYPE", encrypted, String.valueOf(now), body.getBytes(UTF_8));
  }

  private Forged twiceTheParameter(String message) {
    var good = genuine(message);
    return new Forged("parameter twice", good.query() + "&nonce=x", good.body());
  }

  private Forged noParameter(String message) {
    var good = genuine(message);
    return new Forged(
        "no signature", good.query().substring(good.query().indexOf('&') + 1), good.body());
  }

  private Forged empty(String message) {
    return new Forged("empty", genuine(message).query(), new byte[0]);
  }

  private Forged otherEncoding(String message) {
    var encrypted = "AAAA" + random.nextInt();
    var body =
        ("<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + Sealed.envelope(encrypted))
            .getBytes(random.nextBoolean() ? UTF_16 : UTF_8);
    return signed("other encoding", encrypted, String.valueOf(now), body);
  }

  private Forged truncated(String message) {
    var good = genuine(message);
    var text = new String(good.body(), UTF_8);
    return new Forged(
        "truncated",
        good.query(),
        text.substring(0, 1 + random.nextInt(text.length() - 5)).getBytes(UTF_8));
  }

  private Forged strangeTimestamp(String message) {
    var strange =
        Stream.of("-1", "99999999999999999999", "0x10", "NaN", "").toList().get(random.nextInt(5));
    return signed("strange timestamp", Sealed.sealed(message), strange);
  }

  private Forged brokenEscape(String message) {
    var good = genuine(message);
    return new Forged("broken escape", good.query() + "%C3%28&x=%00", good.body());
  }
}
