package dev.siyu.workers.groups;

import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.groups.GroupWork;
import dev.siyu.journeys.JourneyStep;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts a group's week: who joined, left, was active, and what members bought. */
@Component
@JourneyStep(
    name = "社群周总结",
    nameEn = "Summarize group week",
    help = "统计本周入群、退群、活跃和成员下单，结果在客户群页面",
    color = "#5c6bc0")
final class SummarizeGroupWeek implements JobWork<SummarizeGroupWeek.Input> {

  record Input(String groupId, String week) {}

  private final GroupWork groups;

  SummarizeGroupWeek(GroupWork groups) {
    this.groups = groups;
  }

  @Override
  public String type() {
    return JobTypes.SUMMARIZE_GROUP_WEEK;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var figures = groups.summarize(in.groupId(), LocalDate.parse(in.week()));
    return new JobOutcome.Done(
        Map.of(
            "joined", figures.joined(),
            "departed", figures.departed(),
            "active", figures.active(),
            "orders", figures.orders()));
  }
}
