package dev.siyu.workers.wecom;

import dev.siyu.calls.CallResult;
import dev.siyu.customers.Customer;
import dev.siyu.customers.Customers;
import dev.siyu.engine.Header;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.touchpoints.Medium;
import dev.siyu.touchpoints.Touch;
import dev.siyu.touchpoints.Touchpoints;
import dev.siyu.touchpoints.Touchpoints.Receipt;
import dev.siyu.wecom.Remarks;
import dev.siyu.workers.Steps;
import dev.siyu.workers.TouchEndings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes what the staff member calls the customer in WeCom (备注). */
@Component
@JourneyStep(
    name = "改备注",
    nameEn = "Change remark",
    help = "修改导购给客户的备注，客户看不到；超过 20 个字会截断",
    color = "#2f7dd1")
final class ChangeRemark implements JobWork<ChangeRemark.Input> {

  record Input(
      String customerId,
      String staffId,
      String entry,
      @Nullable Integer round,
      @Header(label = "备注", labelEn = "Remark", help = "{name} 代表客户昵称", defaultValue = "{name}")
          String remark) {}

  private final Touchpoints touchpoints;
  private final Customers customers;
  private final Remarks remarks;
  private final TouchEndings endings;

  ChangeRemark(
      Touchpoints touchpoints, Customers customers, Remarks remarks, TouchEndings endings) {
    this.touchpoints = touchpoints;
    this.customers = customers;
    this.remarks = remarks;
    this.endings = endings;
  }

  @Override
  public String type() {
    return "change-remark";
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var key = Steps.key(in.customerId(), in.entry(), in.round(), job);
    var touch =
        new Touch(key, Medium.TAG, in.remark(), in.staffId(), null, job.elementInstanceKey());
    return endings.silentEnding(touchpoints.make(touch, () -> change(touch, in)), job);
  }

  private CallResult<Receipt> change(Touch touch, Input in) {
    var customer = customers.find(touch.key().customer()).orElse(null);
    if (customer == null || customer.externalUserId() == null) {
      return new CallResult.Declined<>("NO_CONTACT", "not a WeCom contact");
    }
    var changed =
        remarks.change(in.staffId(), customer.externalUserId(), worded(in.remark(), customer));
    return Steps.receipt(changed, done -> new Receipt("", false));
  }

  static String worded(String remark, Customer customer) {
    var text = remark.replace("{name}", customer.name()).strip();
    return text.length() <= Remarks.LONGEST ? text : text.substring(0, Remarks.LONGEST);
  }
}
