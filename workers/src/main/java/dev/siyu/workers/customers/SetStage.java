package dev.siyu.workers.customers;

import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.customers.Stage;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.Header;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import org.springframework.stereotype.Component;

/** Moves a customer in the funnel (漏斗). */
@Component
@JourneyStep(name = "变更阶段", nameEn = "Set stage", help = "把客户移到漏斗的某个阶段", color = "#5b8c5a")
final class SetStage implements JobWork<SetStage.Input> {

  record Input(
      String customerId,
      @Header(
              label = "阶段",
              labelEn = "Stage",
              choices = {"SEED", "FIRST_ORDER", "REPURCHASE", "CORE", "DORMANT", "LOST"})
          Stage stage,
      @Header(label = "原因", labelEn = "Reason", help = "写入客户时间线") String reason) {}

  private final Customers customers;

  SetStage(Customers customers) {
    this.customers = customers;
  }

  @Override
  public String type() {
    return JobTypes.SET_STAGE;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    customers.moveTo(new CustomerId(in.customerId()), in.stage(), job.now(), in.reason());
    return JobOutcome.done();
  }
}
