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

/** Takes a customer who accepted into the core circle, if the invitation still stands. */
@Component
@JourneyStep(
    name = "加入核心圈",
    nameEn = "Admit core member",
    help = "客户接受邀请后成为核心会员：阶段、标签、季度复核；给出 admitted（邀请是否仍有效）",
    color = "#b8860b")
final class AdmitCoreMember implements JobWork<AdmitCoreMember.Input> {

  record Input(String customerId, String entry) {}

  private final CoreCircle circle;

  AdmitCoreMember(CoreCircle circle) {
    this.circle = circle;
  }

  @Override
  public String type() {
    return JobTypes.ADMIT_CORE_MEMBER;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var customer = new CustomerId(in.customerId());
    var admitted = circle.admit(customer, in.entry(), job.now());
    return new JobOutcome.Done(Map.of("admitted", admitted));
  }
}
