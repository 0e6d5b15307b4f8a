package dev.siyu.simulator.mall;

import static dev.siyu.simulator.mall.MallDoor.full;

import dev.siyu.simulator.http.Answer;
import dev.siyu.simulator.http.BadRequest;
import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.http.Request;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.MallFact;
import java.security.SecureRandom;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Issues coupons, once per Idempotency-Key. */
final class CouponApi {

  private static final Pattern YUAN = Pattern.compile("(\\d{1,6})$");
  private static final long USUAL_FACE_CENTS = 1_000;
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int CODE_LENGTH = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final MallWorld world;

  CouponApi(MallWorld world) {
    this.world = world;
  }

  Answer.Full issue(Request request, Map<String, String> keys, Draft draft) {
    String key = request.header("Idempotency-Key");
    if (key == null || key.isBlank()) {
      throw new BadRequest("header Idempotency-Key is missing");
    }
    keys.put("idempotencyKey", key);
    JsonNode body = Json.read(request.body());
    String unionId = Json.required(body, "unionId");
    String template = Json.required(body, "template");
    long validSeconds = Json.whole(body, "validSeconds", 0);
    keys.put("unionId", unionId);
    keys.put("template", template);
    if (validSeconds <= 0) {
      throw new BadRequest("validSeconds: " + validSeconds + " (expected: > 0)");
    }
    Coupon coupon = world.issuedFor(key);
    if (coupon == null) {
      draft.record(
          new MallFact.CouponIssued(
              code(),
              unionId,
              template,
              faceCents(template),
              validSeconds,
              draft.at().plusSeconds(validSeconds),
              key));
      coupon = world.issuedFor(key);
    }
    if (coupon == null
        || !coupon.unionId().equals(unionId)
        || !coupon.template().equals(template)
        || coupon.validSeconds() != validSeconds) {
      return full(422, Map.of("error", "idempotency_key_reused_for_other_content"));
    }
    keys.put("code", coupon.code());
    return full(201, Map.of("code", coupon.code(), "faceCents", coupon.faceCents()));
  }

  Answer.Full show(String code, Draft draft) {
    Coupon coupon = world.coupon(code);
    if (coupon == null) {
      return full(404, Map.of("error", "not_found"));
    }
    String state =
        world.isRevoked(code)
            ? "REVOKED"
            : coupon.used() ? "USED" : coupon.usable(draft.at()) ? "ISSUED" : "EXPIRED";
    return full(
        200,
        Map.of(
            "code", code,
            "unionId", coupon.unionId(),
            "template", coupon.template(),
            "faceCents", coupon.faceCents(),
            "expiresAt", coupon.expiresAt().toString(),
            "state", state));
  }

  /** POST coupons/{code}/revoke: 200 also when it was taken back before, 409 when it was used. */
  Answer.Full revoke(String path, Map<String, String> keys, Draft draft) {
    String code = path.endsWith("/revoke") ? path.substring(0, path.length() - 7) : "";
    Coupon coupon = world.coupon(code);
    if (coupon == null) {
      return full(404, Map.of("error", "not_found"));
    }
    keys.put("code", code);
    if (coupon.used() && !world.isRevoked(code)) {
      return full(409, Map.of("error", "coupon_used"));
    }
    if (!world.isRevoked(code)) {
      draft.record(new MallFact.CouponRevoked(code, coupon.unionId()));
    }
    return full(200, Map.of("code", code, "state", "REVOKED"));
  }

  /** The number at the template's end is the face in yuan; 10 yuan otherwise. */
  private static long faceCents(String template) {
    Matcher yuan = YUAN.matcher(template);
    return yuan.find() ? Long.parseLong(yuan.group(1)) * 100 : USUAL_FACE_CENTS;
  }

  private static String code() {
    StringBuilder code = new StringBuilder("C");
    for (int i = 0; i < CODE_LENGTH; i++) {
      code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return code.toString();
  }
}
