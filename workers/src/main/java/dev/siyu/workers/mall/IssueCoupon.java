package dev.siyu.workers.mall;

import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.Header;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.workers.Steps;
import dev.siyu.workers.TouchEndings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a coupon into the customer's mall account. */
@Component
@JourneyStep(
    name = "发优惠券",
    nameEn = "Issue coupon",
    help = "把优惠券放入客户的商城账户；券码见变量 couponCode，结果见变量 outcome",
    color = "#d9822b",
    reach = JourneyStep.Reach.WALLET)
final class IssueCoupon implements JobWork<IssueCoupon.Input> {

  record Input(
      String customerId,
      String staffId,
      String entry,
      @Nullable Integer round,
      @Nullable String asked,
      @Header(label = "券模板", labelEn = "Coupon template", help = "商城中的优惠券模板") String template,
      @Header(label = "有效天数", labelEn = "Valid days", defaultValue = "7") int validDays) {}

  private final CouponTouches coupons;
  private final TouchEndings endings;

  IssueCoupon(CouponTouches coupons, TouchEndings endings) {
    this.coupons = coupons;
    this.endings = endings;
  }

  @Override
  public String type() {
    return JobTypes.ISSUE_COUPON;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var key = Steps.key(in.customerId(), in.entry(), in.round(), job);
    var outcome = coupons.issue(key, in.staffId(), in.template(), in.validDays(), job);
    return endings.couponEnding(outcome, in.asked(), job);
  }
}
