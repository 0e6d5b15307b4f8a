package dev.siyu.simulator.mall;

import java.time.Instant;

/** A coupon as it is now. */
public record Coupon(
    String code,
    String unionId,
    String template,
    long faceCents,
    long validSeconds,
    Instant expiresAt,
    boolean used) {

  public boolean usable(Instant now) {
    return !used && now.isBefore(expiresAt);
  }

  Coupon spent() {
    return new Coupon(code, unionId, template, faceCents, validSeconds, expiresAt, true);
  }
}
