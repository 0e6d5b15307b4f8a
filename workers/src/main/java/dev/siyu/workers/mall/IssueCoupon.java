package dev.siyu.workers.mall;

import dev.siyu.calls.CallResult;
import dev.siyu.customers.Customer;
import dev.siyu.customers.Customers;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.Header;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.mall.Mall;
import dev.siyu.touchpoints.Medium;
import dev.siyu.touchpoints.Touch;
import dev.siyu.touchpoints.TouchKey;
import dev.siyu.touchpoints.Touchpoints;
import dev.siyu.touchpoints.Touchpoints.Receipt;
import dev.siyu.workers.Steps;
import dev.siyu.workers.TouchEndings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a coupon into the customer's mall account. */
@Component
@JourneyStep(
    name = "发优惠券",
    nameEn = "Issue coupon",
    help = "把优惠券放入客户的商城账户；券码见变量 couponCode，结果见变量 outcome",
    color = "#d9822b")
final class IssueCoupon implements JobWork<IssueCoupon.Input> {

  record Input(
      String customerId,
      String staffId,
      String entry,
      @Nullable Integer round,
      @Nullable String asked,
      @Header(label = "券模板", labelEn = "Coupon template", help = "商城中的优惠券模板") String template,
      @Header(label = "有效天数", labelEn = "Valid days", defaultValue = "7") int validDays) {}

  private final Touchpoints touchpoints;
  private final Customers customers;
  private final Mall mall;
  private final TouchEndings endings;

  IssueCoupon(Touchpoints touchpoints, Customers customers, Mall mall, TouchEndings endings) {
    this.touchpoints = touchpoints;
    this.customers = customers;
    this.mall = mall;
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
    var content = in.template() + "/" + in.validDays() + "d";
    var touch =
        new Touch(key, Medium.COUPON, content, in.staffId(), null, job.elementInstanceKey());
    return endings.couponEnding(touchpoints.make(touch, () -> issue(key, in)), in.asked(), job);
  }

  private CallResult<Receipt> issue(TouchKey key, Input in) {
    var account = customers.find(key.customer()).map(Customer::unionId).orElse(null);
    if (account == null) {
      return new CallResult.Declined<>("NO_MALL_ACCOUNT", "no union id known");
    }
    var once = String.join("/", in.customerId(), key.journey(), key.step(), key.occurrence());
    var coupon = mall.issueCoupon(once, account, in.template(), Duration.ofDays(in.validDays()));
    return Steps.receipt(coupon, issued -> new Receipt(issued.code(), false));
  }
}
