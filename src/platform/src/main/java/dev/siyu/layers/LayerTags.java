package dev.siyu.layers;

import dev.siyu.calls.CallResult;
import dev.siyu.customers.Customer;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.layers.TagTable.Due;
import dev.siyu.time.DueWork;
import dev.siyu.touchpoints.Medium;
import dev.siyu.touchpoints.Touch;
import dev.siyu.touchpoints.TouchKey;
import dev.siyu.touchpoints.TouchOutcome;
import dev.siyu.touchpoints.Touchpoints;
import dev.siyu.touchpoints.Touchpoints.Receipt;
import dev.siyu.wecom.WeCom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shows the layer as a tag (标签) in WeCom: 层级/核心 for members of the core circle, 层级/影响 for whoever
 * reached the influence layer; the outer layer carries none. Done at midnight, directly, one call
 * per change: a layer needs no journey and costs no engine command.
 */
@Component
class LayerTags implements DueWork {

  private static final int BATCH = 200;

  private final TagTable table;
  private final Touchpoints touchpoints;
  private final Customers customers;
  private final WeCom weCom;

  LayerTags(TagTable table, Touchpoints touchpoints, Customers customers, WeCom weCom) {
    this.table = table;
    this.touchpoints = touchpoints;
    this.customers = customers;
    this.weCom = weCom;
  }

  @Override
  public String name() {
    return "layer-tags";
  }

  @Override
  public Optional<Instant> nextDue() {
    return table.nextDue();
  }

  @Override
  public void runDue(Instant now) {
    List<Due> due;
    do {
      due = table.due(now, BATCH);
      due.forEach(one -> mark(one, now));
    } while (due.size() == BATCH);
  }

  private void mark(Due due, Instant now) {
    var customer = customers.find(new CustomerId(due.customerId())).orElse(null);
    var staff = customer == null ? null : customer.staffUserId();
    if (customer == null || staff == null || due.isShown()) {
      table.settled(due, due.shown());
      return;
    }
    var outcome = touchpoints.make(touch(due, staff), () -> call(due, customer, staff));
    switch (outcome) {
      case TouchOutcome.Sent sent -> shown(due, now);
      case TouchOutcome.AlreadySent sent -> shown(due, now);
      case TouchOutcome.Retryable later -> table.later(due, now.plus(later.after()), false);
      case TouchOutcome.Queued never -> table.settled(due, due.shown());
      case TouchOutcome.Refused no -> table.settled(due, due.shown());
      case TouchOutcome.Declined no -> table.settled(due, due.shown());
      case TouchOutcome.Broken broken -> table.settled(due, due.shown());
      case TouchOutcome.Unknown none -> table.later(due, now.plus(TagTable.NEXT_DAY), true);
    }
  }

  private void shown(Due due, Instant now) {
    customers.tagged(new CustomerId(due.customerId()), due.add(), due.remove(), now);
    table.settled(due, due.wanted());
  }

  private static Touch touch(Due due, String staff) {
    var key = new TouchKey(new CustomerId(due.customerId()), "layers", "tag", "t" + due.tries());
    var content =
        "+"
            + String.join(",", due.add())
            + (due.remove().isEmpty() ? "" : " -" + String.join(",", due.remove()));
    return new Touch(key, Medium.TAG, content, staff, null, 0);
  }

  private CallResult<Receipt> call(Due due, Customer customer, String staff) {
    @Nullable String person = customer.externalUserId();
    if (person == null) {
      return new CallResult.Declined<>("NO_CONTACT", "not a WeCom contact");
    }
    return switch (weCom.markTags(staff, person, due.add(), due.remove())) {
      case CallResult.Ok<Boolean> ok -> new CallResult.Ok<>(new Receipt("", false));
      case CallResult.Declined<Boolean> no -> new CallResult.Declined<>(no.code(), no.reason());
      case CallResult.Retryable<Boolean> later ->
          new CallResult.Retryable<>(later.code(), later.reason(), later.after());
      case CallResult.Broken<Boolean> no -> new CallResult.Broken<>(no.code(), no.reason());
      case CallResult.Unknown<Boolean> none -> new CallResult.Unknown<>(none.code(), none.reason());
    };
  }
}
