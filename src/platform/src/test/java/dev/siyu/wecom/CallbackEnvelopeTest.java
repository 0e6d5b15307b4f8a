package dev.siyu.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.wechat.CallbackCipher;
import dev.siyu.wecom.WeComCallbacks.Opened;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackEnvelopeTest {

  /** Token, key and corp id of the sample in WeCom's documentation (doc 90468). */
  private static final String TOKEN = "QDG6eK";

  private static final String KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
  private static final String CORP = "wx5823bf96d3bd56c7";
  private static final long SENT = 1409659813;
  private static final String NONCE = "1372623149";

  private final CallbackCipher cipher = new CallbackCipher(TOKEN, KEY, CORP);

  private static CallbackEnvelope at(long second) {
    return new CallbackEnvelope(
        TestWeCom.settings("http://127.0.0.1:1", TOKEN, KEY, CORP),
        Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
  }

  private static byte[] seal(byte[] plain) throws Exception {
    byte[] key = Base64.getDecoder().decode(KEY + "=");
    var aes = Cipher.getInstance("AES/CBC/NoPadding");
    aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
    return aes.doFinal(plain);
  }

  private static byte[] plain(int length, byte[] message, String receiver, int padding) {
    byte[] to = receiver.getBytes(StandardCharsets.UTF_8);
    int bare = 16 + 4 + message.length + to.length;
    int pad = 32 - bare % 32;
    var buffer = ByteBuffer.allocate(bare + pad);
    buffer.put(new byte[16]).putInt(length).put(message).put(to);
    byte[] padded = buffer.array();
    Arrays.fill(padded, bare, padded.length, (byte) (padding < 0 ? pad : padding));
    return padded;
  }

  private static byte[] envelope(String encrypted) {
    return ("<xml><ToUserName>" + CORP + "</ToUserName><Encrypt>" + encrypted + "</Encrypt></xml>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private Opened open(byte[] sealed) {
    var encrypted = Base64.getEncoder().encodeToString(sealed);
    var signature = cipher.signature(Long.toString(SENT), NONCE, encrypted);
    return at(SENT).open(signature, Long.toString(SENT), NONCE, envelope(encrypted));
  }

  private Opened openMessage(String xml) throws Exception {
    byte[] message = xml.getBytes(StandardCharsets.UTF_8);
    return open(seal(plain(message.length, message, CORP, -1)));
  }

  private static String event(String change) {
    return """
        <xml><ToUserName><![CDATA[%s]]></ToUserName><FromUserName>sys</FromUserName>
        <CreateTime>1409659800</CreateTime><MsgType>event</MsgType>
        <Event>change_external_contact</Event><ChangeType>%s</ChangeType>
        <UserID>li.na</UserID><ExternalUserID>wm-1</ExternalUserID>
        <State>store</State><WelcomeCode>code-1</WelcomeCode></xml>"""
        .formatted(CORP, change);
  }

  @Test
  void shouldAnswerTheSampleOfTheDocumentation() {
    // when
    var opened =
        at(1409659589)
            .echo(
                "5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3",
                "1409659589",
                "263014780",
                "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==");
    // then
    assertThat(opened)
        .isInstanceOfSatisfying(
            Opened.Authentic.class,
            echo -> assertThat(echo.plain()).asString().isEqualTo("1616140317555161061"));
  }

  @Test
  void shouldOpenAnAdd() throws Exception {
    // when
    var opened = openMessage(event("add_external_contact"));
    // then
    assertThat(opened)
        .isInstanceOfSatisfying(
            Opened.Authentic.class,
            authentic -> {
              assertThat(authentic.subject()).isEqualTo("wm-1");
              assertThat(authentic.type()).endsWith("/add_external_contact");
              assertThat(at(SENT).read(authentic.plain()))
                  .isEqualTo(
                      new WeComEvent.ContactAdded(
                          "li.na", "wm-1", "store", "code-1", Instant.ofEpochSecond(1409659800)));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"msg_audit_approved", "something_new"})
  void shouldKeepWhatHasNoEffect(String change) throws Exception {
    // when
    var opened = (Opened.Authentic) openMessage(event(change));
    // then
    assertThat(at(SENT).read(opened.plain())).isInstanceOf(WeComEvent.Other.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not xml",
        "",
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><xml><Event>&e;</Event></xml>",
        "<xml><Event>x</Event>"
      })
  void shouldKeepAuthenticMessagesItCannotRead(String message) throws Exception {
    // when
    var opened = openMessage(message);
    // then
    assertThat(opened)
        .isInstanceOfSatisfying(
            Opened.Authentic.class,
            authentic -> assertThat(authentic.type()).isEqualTo("malformed"));
  }

  @Test
  void shouldRefuseBadPaddingLengthAndReceiver() throws Exception {
    byte[] message = event("add_external_contact").getBytes(StandardCharsets.UTF_8);
    int length = message.length;
    var sealed =
        List.of(
            seal(plain(length, message, CORP, 0)),
            seal(plain(length, message, CORP, 33)),
            seal(plain(length, message, CORP, 2)),
            seal(plain(-1, message, CORP, -1)),
            seal(plain(Integer.MAX_VALUE, message, CORP, -1)),
            seal(plain(length + CORP.length() + 1, message, CORP, -1)),
            seal(plain(length, message, "wx0000000000000000", -1)),
            seal(plain(length, message, "", -1)),
            seal(new byte[32]),
            new byte[0],
            new byte[16]);
    for (int i = 0; i < sealed.size(); i++) {
      assertThat(open(sealed.get(i))).as("case " + i).isInstanceOf(Opened.Refused.class);
    }
  }

  @Test
  void shouldRefuseAChangedPadByteAnywhere() throws Exception {
    // given: a message whose padding is long
    byte[] message = "x".repeat(27).getBytes(StandardCharsets.UTF_8);
    byte[] good = plain(message.length, message, CORP, -1);
    int pad = good[good.length - 1];
    assertThat(pad).isGreaterThan(20);
    for (int i = good.length - pad; i < good.length; i++) {
      // when
      byte[] bad = good.clone();
      bad[i] ^= 1;
      // then
      assertThat(open(seal(bad))).as("pad byte " + i).isInstanceOf(Opened.Refused.class);
    }
  }

  @Test
  void shouldRefuseOldAndFutureTimestamps() throws Exception {
    byte[] message = event("add_external_contact").getBytes(StandardCharsets.UTF_8);
    var encrypted =
        Base64.getEncoder().encodeToString(seal(plain(message.length, message, CORP, -1)));
    for (var timestamp : List.of(SENT - 301, SENT + 301, SENT - 86400)) {
      var text = Long.toString(timestamp);
      var signature = cipher.signature(text, NONCE, encrypted);
      assertThat(at(SENT).open(signature, text, NONCE, envelope(encrypted)))
          .isInstanceOf(Opened.Refused.class);
    }
    var edge = Long.toString(SENT - 300);
    assertThat(
            at(SENT)
                .open(cipher.signature(edge, NONCE, encrypted), edge, NONCE, envelope(encrypted)))
        .isInstanceOf(Opened.Authentic.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<xml/>",
        "<xml><Encrypt>a</Encrypt><Encrypt>b</Encrypt></xml>",
        "<!DOCTYPE xml [<!ENTITY a 'aaaa'>]><xml><Encrypt>&a;</Encrypt></xml>",
        "<xml xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='file:///etc/passwd'/></xml>",
        "<?xml version='1.0' encoding='UTF-16'?><xml><Encrypt>a</Encrypt></xml>"
      })
  void shouldRefuseBodiesThatAreNoEnvelope(String body) {
    assertThat(at(SENT).open("0", "1409659813", NONCE, body.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Opened.Refused.class);
    assertThat(at(SENT).open("0", "1409659813", NONCE, body.getBytes(StandardCharsets.UTF_16)))
        .isInstanceOf(Opened.Refused.class);
  }

  @Test
  void shouldRefuseAThousandDamagedCallbacksQuickly() throws Exception {
    // given
    byte[] message = event("add_external_contact").getBytes(StandardCharsets.UTF_8);
    var encrypted =
        Base64.getEncoder().encodeToString(seal(plain(message.length, message, CORP, -1)));
    var signature = cipher.signature(Long.toString(SENT), NONCE, encrypted);
    byte[] start = "<xml><ToUserName>".getBytes(StandardCharsets.UTF_8);
    var random = new Random(20261122);
    var envelope = at(SENT);
    for (int i = 0; i < 1000; i++) {
      // when: one bit of body (behind the unsigned receiver name), signature, time or nonce flips
      byte[] body = envelope(encrypted);
      var parts = new String[] {signature, Long.toString(SENT), NONCE};
      int field = random.nextInt(4);
      if (field == 3) {
        int from = start.length + CORP.length() + "</ToUserName><Encrypt>".length();
        body[from + random.nextInt(encrypted.length())] ^= (byte) (1 << random.nextInt(7));
      } else {
        var chars = parts[field].toCharArray();
        chars[random.nextInt(chars.length)] ^= (char) (1 << random.nextInt(7));
        parts[field] = new String(chars);
      }
      // then
      assertThat(envelope.open(parts[0], parts[1], parts[2], body))
          .as("case " + i)
          .isInstanceOf(Opened.Refused.class);
    }
  }

  @Test
  void shouldRefuseTenMegabytes() {
    assertThat(at(SENT).open("0", "1409659813", NONCE, new byte[10_000_000]))
        .isInstanceOf(Opened.Refused.class);
  }
}
