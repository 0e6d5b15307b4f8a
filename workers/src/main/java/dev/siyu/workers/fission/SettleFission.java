package dev.siyu.workers.fission;

import dev.siyu.calls.CallResult;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.fission.FissionWork;
import dev.siyu.journeys.JourneyStep;
import org.springframework.stereotype.Component;

/** Retires an inviter's code when the watch is over. */
@Component
@JourneyStep(
    name = "裂变收尾",
    nameEn = "Settle fission",
    help = "观察期结束：停用邀请人的专属活码，此后不再收回奖励",
    color = "#c0392b")
final class SettleFission implements JobWork<SettleFission.Input> {

  record Input(long inviterId) {}

  private final FissionWork fission;

  SettleFission(FissionWork fission) {
    this.fission = fission;
  }

  @Override
  public String type() {
    return JobTypes.SETTLE_FISSION;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    return switch (fission.settle(in.inviterId(), job.now())) {
      case CallResult.Ok<Boolean> ok -> JobOutcome.done();
      case CallResult.Declined<Boolean> no -> new JobOutcome.NeedsPerson(no.code(), no.reason());
      case CallResult.Retryable<Boolean> again ->
          new JobOutcome.Outage(again.code(), again.reason(), again.after());
      case CallResult.Broken<Boolean> broken ->
          new JobOutcome.NeedsPerson(broken.code(), broken.reason());
      case CallResult.Unknown<Boolean> none ->
          new JobOutcome.Again(none.code(), none.reason(), java.time.Duration.ofMinutes(1));
    };
  }
}
