package dev.siyu.bench;

import dev.siyu.calls.CallResult;
import dev.siyu.customers.CustomerId;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.touchpoints.Medium;
import dev.siyu.touchpoints.Touch;
import dev.siyu.touchpoints.TouchKey;
import dev.siyu.touchpoints.TouchOutcome;
import dev.siyu.touchpoints.Touchpoints;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A touch through the whole ledger whose call to the outside takes no time. */
final class BenchTouch implements JobWork<BenchTouch.Input> {

  record Input(String customerId, String entry) {}

  private final String type;
  private final Touchpoints touchpoints;
  private final AtomicLong made = new AtomicLong();

  BenchTouch(String type, Touchpoints touchpoints) {
    this.type = type;
    this.touchpoints = touchpoints;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input input, JobContext job) {
    var key =
        new TouchKey(new CustomerId(input.customerId()), "bench", job.elementId(), input.entry());
    var touch = new Touch(key, Medium.TAG, "bench", null, null, job.elementInstanceKey());
    var outcome =
        touchpoints.make(touch, () -> new CallResult.Ok<>(new Touchpoints.Receipt(type, false)));
    if (!(outcome instanceof TouchOutcome.Sent || outcome instanceof TouchOutcome.AlreadySent)) {
      throw new IllegalStateException("touch ended as " + outcome + ", the measurement is void");
    }
    made.incrementAndGet();
    return new JobOutcome.Done(Map.of("outcome", "SENT"));
  }

  long made() {
    return made.get();
  }
}
