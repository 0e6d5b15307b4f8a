package dev.siyu.workers.wecom;

import dev.siyu.calls.CallResult;
import dev.siyu.customers.Customer;
import dev.siyu.customers.Customers;
import dev.siyu.engine.JobContext;
import dev.siyu.touchpoints.Medium;
import dev.siyu.touchpoints.Touch;
import dev.siyu.touchpoints.TouchKey;
import dev.siyu.touchpoints.TouchOutcome;
import dev.siyu.touchpoints.Touchpoints;
import dev.siyu.touchpoints.Touchpoints.Receipt;
import dev.siyu.wecom.WeCom;
import dev.siyu.workers.Steps;
import dev.siyu.workers.TouchEndings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The touch that marks tags, for the step that is one and for steps that do it on the way. */
@Component
public final class TagTouches {

  private final Touchpoints touchpoints;
  private final Customers customers;
  private final WeCom weCom;

  TagTouches(Touchpoints touchpoints, Customers customers, WeCom weCom) {
    this.touchpoints = touchpoints;
    this.customers = customers;
    this.weCom = weCom;
  }

  /**
   * Marks in WeCom, then in our own record.
   *
   * @param staffId whose contact the customer was when the journey began
   * @param add names with commas between
   */
  public TouchOutcome mark(
      TouchKey key, String staffId, String add, @Nullable String remove, JobContext job) {
    var tags = TagChange.of(add, remove);
    var staff = customers.staffFor(key.customer(), staffId);
    var touch = new Touch(key, Medium.TAG, tags.toString(), staff, null, job.elementInstanceKey());
    var outcome = touchpoints.make(touch, () -> call(key, staff, tags));
    if (TouchEndings.isMade(outcome)) {
      customers.tagged(key.customer(), tags.add(), tags.remove(), job.now());
    }
    return outcome;
  }

  private CallResult<Receipt> call(TouchKey key, String staffId, TagChange tags) {
    var person = customers.find(key.customer()).map(Customer::externalUserId).orElse(null);
    if (person == null) {
      return new CallResult.Declined<>("NO_CONTACT", "not a WeCom contact");
    }
    var marked = weCom.markTags(staffId, person, tags.add(), tags.remove());
    return Steps.receipt(marked, done -> new Receipt("", false));
  }
}
