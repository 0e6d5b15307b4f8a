package dev.siyu.workers.layers;

import dev.siyu.customers.CustomerId;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.layers.CoreCircle;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Compares a member with the layer their facts give them; demotes after a quarter of grace. */
@Component
@JourneyStep(
    name = "复核核心会员",
    nameEn = "Review core member",
    help = "对照层级事实给出 verdict：KEEP 保留、WARN 宽限一季、DEMOTE 退出、GONE 早已退出",
    color = "#b8860b",
    endsBy = "verdict")
final class ReviewCoreMember implements JobWork<ReviewCoreMember.Input> {

  record Input(String customerId, String entry) {}

  private final CoreCircle circle;

  ReviewCoreMember(CoreCircle circle) {
    this.circle = circle;
  }

  @Override
  public String type() {
    return JobTypes.REVIEW_CORE_MEMBER;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var customer = new CustomerId(in.customerId());
    var verdict = circle.review(customer, in.entry(), job.elementInstanceKey(), job.now());
    return new JobOutcome.Done(Map.of("verdict", verdict.name()));
  }
}
