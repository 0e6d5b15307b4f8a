package dev.siyu.workers.mall;

import dev.siyu.calls.CallResult;
import dev.siyu.customers.Customer;
import dev.siyu.customers.Customers;
import dev.siyu.engine.JobContext;
import dev.siyu.mall.Mall;
import dev.siyu.touchpoints.Medium;
import dev.siyu.touchpoints.Touch;
import dev.siyu.touchpoints.TouchKey;
import dev.siyu.touchpoints.TouchOutcome;
import dev.siyu.touchpoints.Touchpoints;
import dev.siyu.touchpoints.Touchpoints.Receipt;
import dev.siyu.workers.Steps;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The touch that issues a coupon, for the step that is one and for a message that brings one. */
@Component
public final class CouponTouches {

  private final Touchpoints touchpoints;
  private final Customers customers;
  private final Mall mall;

  CouponTouches(Touchpoints touchpoints, Customers customers, Mall mall) {
    this.touchpoints = touchpoints;
    this.customers = customers;
    this.mall = mall;
  }

  /**
   * Puts the coupon into the customer's account at the mall.
   *
   * @param template of the mall
   * @param validDays 1 or more
   */
  public TouchOutcome issue(
      TouchKey key, String staffId, String template, int validDays, JobContext job) {
    var content = template + "/" + validDays + "d";
    var touch = new Touch(key, Medium.COUPON, content, staffId, null, job.elementInstanceKey());
    return touchpoints.make(touch, () -> call(key, template, validDays));
  }

  private CallResult<Receipt> call(TouchKey key, String template, int validDays) {
    var account = customers.find(key.customer()).map(Customer::unionId).orElse(null);
    if (account == null) {
      return new CallResult.Declined<>("NO_MALL_ACCOUNT", "no union id known");
    }
    var once =
        String.join("/", key.customer().value(), key.journey(), key.step(), key.occurrence());
    var coupon = mall.issueCoupon(once, account, template, Duration.ofDays(validDays));
    return Steps.receipt(coupon, issued -> new Receipt(issued.code(), false));
  }
}
