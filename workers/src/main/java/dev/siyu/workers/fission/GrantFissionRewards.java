package dev.siyu.workers.fission;

import dev.siyu.calls.CallResult;
import dev.siyu.customers.Customer;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.fission.FissionWork;
import dev.siyu.fission.FissionWork.Reward;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.mall.Mall;
import dev.siyu.touchpoints.Medium;
import dev.siyu.touchpoints.Touch;
import dev.siyu.touchpoints.TouchKey;
import dev.siyu.touchpoints.TouchOutcome;
import dev.siyu.touchpoints.Touchpoints;
import dev.siyu.touchpoints.Touchpoints.Receipt;
import dev.siyu.workers.Steps;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Issues the coupons an inviter has earned so far, each once. */
@Component
@JourneyStep(
    name = "结算裂变奖励",
    nameEn = "Grant fission rewards",
    help = "按有效好友数、预算和每人上限发放奖励券，每档一次；给出 open（是否还能继续）",
    color = "#c0392b",
    endsBy = "open")
final class GrantFissionRewards implements JobWork<GrantFissionRewards.Input> {

  record Input(String customerId, String staffId, String entry, long inviterId) {}

  private final Touchpoints touchpoints;
  private final Customers customers;
  private final FissionWork fission;
  private final Mall mall;

  GrantFissionRewards(
      Touchpoints touchpoints, Customers customers, FissionWork fission, Mall mall) {
    this.touchpoints = touchpoints;
    this.customers = customers;
    this.fission = fission;
    this.mall = mall;
  }

  @Override
  public String type() {
    return JobTypes.GRANT_FISSION_REWARDS;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    for (var reward : fission.claim(in.inviterId(), job.now())) {
      var outcome = issue(in, reward, job);
      if (outcome instanceof TouchOutcome.Retryable again) {
        return new JobOutcome.Outage(again.code(), again.reason(), again.after());
      }
    }
    return new JobOutcome.Done(Map.of("open", fission.isOpen(in.inviterId(), job.now())));
  }

  /** A level has its own key: asked again, the ledger and the mall answer the same coupon. */
  private TouchOutcome issue(Input in, Reward reward, JobContext job) {
    var customer = new CustomerId(in.customerId());
    var occurrence = in.entry() + "." + reward.level();
    var key = new TouchKey(customer, job.processId(), job.elementId(), occurrence);
    var content = reward.template() + "/" + reward.validDays() + "d";
    var touch =
        new Touch(key, Medium.COUPON, content, in.staffId(), null, job.elementInstanceKey());
    var outcome = touchpoints.make(touch, () -> coupon(key, reward));
    switch (outcome) {
      case TouchOutcome.Sent sent -> fission.issued(reward.id(), sent.providerId(), job.now());
      case TouchOutcome.AlreadySent sent ->
          fission.issued(reward.id(), sent.providerId(), job.now());
      case TouchOutcome.Queued queued -> {}
      case TouchOutcome.Refused refused -> {}
      case TouchOutcome.Declined declined -> {}
      case TouchOutcome.Retryable retryable -> {}
      case TouchOutcome.Broken broken -> {}
      case TouchOutcome.Unknown unknown -> {}
    }
    return outcome;
  }

  private CallResult<Receipt> coupon(TouchKey key, Reward reward) {
    @Nullable String account = customers.find(key.customer()).map(Customer::unionId).orElse(null);
    if (account == null) {
      return new CallResult.Declined<>("NO_MALL_ACCOUNT", "no union id known");
    }
    var once = "fission/" + reward.id();
    var valid = Duration.ofDays(reward.validDays());
    return Steps.receipt(
        mall.issueCoupon(once, account, reward.template(), valid),
        issued -> new Receipt(issued.code(), false));
  }
}
