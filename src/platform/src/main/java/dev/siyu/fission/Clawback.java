package dev.siyu.fission;

import dev.siyu.calls.CallResult;
import dev.siyu.mall.CouponRevocations;
import dev.siyu.time.DueWork;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes rewards back (收回) whose helpers left again; what was used already is noted as owed. */
@Component
class Clawback implements DueWork {

  private static final Logger log = LoggerFactory.getLogger(Clawback.class);

  private final RewardTable rewards;
  private final CouponRevocations coupons;
  private final FissionSettings settings;
  private final Clock clock;
  private volatile @Nullable Instant lookAt;

  Clawback(RewardTable rewards, CouponRevocations coupons, FissionSettings settings, Clock clock) {
    this.rewards = rewards;
    this.coupons = coupons;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "fission-clawback";
  }

  @Override
  public Optional<Instant> nextDue() {
    if (!rewards.anyWatched()) {
      return rewards.nextTry();
    }
    var look = lookAt == null ? clock.instant() : lookAt;
    return Optional.of(rewards.nextTry().filter(at -> at.isBefore(look)).orElse(look));
  }

  @Override
  public void runDue(Instant now) {
    rewards.markLost(now);
    rewards.due(now).forEach(lost -> takeBack(lost, now));
    lookAt = now.plus(settings.watchEvery());
  }

  private void takeBack(RewardTable.Lost lost, Instant now) {
    switch (coupons.revoke(lost.couponCode())) {
      case CallResult.Ok<Boolean> ok -> rewards.end(lost.id(), true, "好友离开或订单退款，券已收回", now);
      case CallResult.Declined<Boolean> no ->
          rewards.end(lost.id(), false, "券已使用，记在邀请人名下（" + no.code() + "）", now);
      case CallResult.Retryable<Boolean> again ->
          later(lost, again.code() + " " + again.reason(), now);
      case CallResult.Unknown<Boolean> none -> later(lost, none.code() + " " + none.reason(), now);
      case CallResult.Broken<Boolean> broken ->
          later(lost, broken.code() + " " + broken.reason(), now);
    }
  }

  private void later(RewardTable.Lost lost, String why, Instant now) {
    var next = now.plus(settings.pause());
    log.warn("SIYU-8302 coupon of reward {} not taken back: {}; again at {}", lost.id(), why, next);
    rewards.later(lost.id(), next, why);
  }
}
