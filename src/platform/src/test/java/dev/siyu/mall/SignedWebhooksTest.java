package dev.siyu.mall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.mall.MallWebhooks.Opened;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedWebhooksTest {

  /** The example of the Standard Webhooks specification. */
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
  private static final long SENT = 1614265330;

  private final MallEvents events = at(SENT);

  private static SignedWebhooks at(long second) {
    return new SignedWebhooks(
        new MallSettings(
            URI.create("http://127.0.0.1:1"),
            "key",
            SECRET,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1)),
        Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
  }

  private static MallEvent read(String json) {
    return at(SENT).read(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void shouldAcceptTheExampleOfTheSpecification() {
    assertThat(at(SENT).open(ID, "1614265330", SIGNATURE, BODY))
        .isInstanceOf(Opened.Authentic.class);
  }

  @Test
  void shouldAcceptOneValidSignatureAmongOthers() {
    assertThat(at(SENT).open(ID, "1614265330", "v1,AAAA v2,xyz " + SIGNATURE, BODY))
        .isInstanceOf(Opened.Authentic.class);
  }

  @Test
  void shouldTakeTheFormerKeyWhileTheMallChangesIt() {
    // given
    var settings =
        new MallSettings(
            URI.create("http://127.0.0.1:1"),
            "key",
            "a-new-secret",
            List.of(SECRET),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));
    var webhooks =
        new SignedWebhooks(settings, Clock.fixed(Instant.ofEpochSecond(SENT), ZoneOffset.UTC));
    // then
    assertThat(webhooks.open(ID, "1614265330", SIGNATURE, BODY))
        .isInstanceOf(Opened.Authentic.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v1,",
        "v1",
        "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OA="
      })
  void shouldRefuseOtherSignatures(String signature) {
    assertThat(at(SENT).open(ID, "1614265330", signature, BODY)).isInstanceOf(Opened.Refused.class);
  }

  @Test
  void shouldRefuseOtherContentOrIdOrTime() {
    byte[] changed = BODY.clone();
    changed[3] ^= 1;
    assertThat(at(SENT).open(ID, "1614265330", SIGNATURE, changed))
        .isInstanceOf(Opened.Refused.class);
    assertThat(at(SENT).open(ID + "x", "1614265330", SIGNATURE, BODY))
        .isInstanceOf(Opened.Refused.class);
    assertThat(at(SENT).open(ID, "1614265331", SIGNATURE, BODY)).isInstanceOf(Opened.Refused.class);
    assertThat(at(SENT).open(null, "1614265330", SIGNATURE, BODY))
        .isInstanceOf(Opened.Refused.class);
    assertThat(at(SENT + 301).open(ID, "1614265330", SIGNATURE, BODY))
        .isInstanceOf(Opened.Refused.class);
    assertThat(at(SENT - 301).open(ID, "1614265330", SIGNATURE, BODY))
        .isInstanceOf(Opened.Refused.class);
  }

  @Test
  void shouldKeepAuthenticBodiesItCannotRead() throws Exception {
    // given
    byte[] body = "{\"type\":\"order.paid\",".getBytes(StandardCharsets.UTF_8);
    var mac = Mac.getInstance("HmacSHA256");
    var key = Base64.getDecoder().decode(SECRET.substring(6));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    mac.update((ID + "." + SENT + ".").getBytes(StandardCharsets.UTF_8));
    var signature = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    // when
    var opened = at(SENT).open(ID, Long.toString(SENT), signature, body);
    // then
    assertThat(opened)
        .isInstanceOfSatisfying(
            Opened.Authentic.class,
            authentic -> assertThat(authentic.type()).isEqualTo("malformed"));
    assertThat(events.read(body)).isInstanceOf(MallEvent.Other.class);
  }

  @Test
  void shouldKeepAllNineteenDigitsOfANumericId() {
    // when
    var event =
        read(
            """
            {"type":"order.paid","data":{"orderId":3705115058471208928,"unionId":"u1",
             "amountCents":12345,"lineCount":2,"country":null,"paidAt":"2026-12-01T08:26:00Z"}}
            """);
    // then
    assertThat(event)
        .isEqualTo(
            new MallEvent.OrderPaid(
                "3705115058471208928",
                "u1",
                12345,
                2,
                null,
                null,
                Instant.parse("2026-12-01T08:26:00Z")));
  }

  @Test
  void shouldReadARefundWithoutOrder() {
    // when
    var event =
        read(
            """
            {"type":"order.refunded","data":{"refundId":"R1","orderId":null,"unionId":"u1",
             "amountCents":1,"refundedAt":"2026-12-01T08:26:00Z"}}
            """);
    // then
    assertThat(event)
        .isEqualTo(
            new MallEvent.OrderRefunded(
                "R1", null, "u1", 1, Instant.parse("2026-12-01T08:26:00Z")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12.5",
        "1e3",
        "\"100\"",
        "0",
        "-5",
        "null",
        "99999999999999999999",
        "1000000000001",
        "true"
      })
  void shouldRefuseMoneyThatIsNotWholeCents(String amount) {
    var json =
        "{\"type\":\"order.paid\",\"data\":{\"orderId\":\"A\",\"unionId\":\"u1\",\"lineCount\":1,"
            + "\"paidAt\":\"2026-12-01T08:26:00Z\",\"amountCents\":"
            + amount
            + "}}";
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(MalformedMallEvent.class)
        .hasMessageContaining("amountCents");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"shop.opened\"}",
        "{\"type\":1}",
        "[]",
        "",
        "{\"type\":\"order.paid\",\"type\":\"x\"}",
        "{} {}"
      })
  void shouldLetOtherThingsBeOther(String json) {
    assertThat(read(json)).isInstanceOf(MallEvent.Other.class);
  }
}
