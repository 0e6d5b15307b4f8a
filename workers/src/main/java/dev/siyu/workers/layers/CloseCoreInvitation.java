package dev.siyu.workers.layers;

import dev.siyu.customers.CustomerId;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.layers.CoreCircle;
import org.springframework.stereotype.Component;

/** Gives the place of an invitation back that nobody answered. */
@Component
@JourneyStep(
    name = "结束核心邀请",
    nameEn = "Close core invitation",
    help = "没有得到回复：释放名额，过一段时间才可再邀请",
    color = "#b8860b")
final class CloseCoreInvitation implements JobWork<CloseCoreInvitation.Input> {

  record Input(String customerId, String entry) {}

  private final CoreCircle circle;

  CloseCoreInvitation(CoreCircle circle) {
    this.circle = circle;
  }

  @Override
  public String type() {
    return JobTypes.CLOSE_CORE_INVITATION;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var customer = new CustomerId(in.customerId());
    circle.unanswered(customer, in.entry(), job.now());
    return JobOutcome.done();
  }
}
