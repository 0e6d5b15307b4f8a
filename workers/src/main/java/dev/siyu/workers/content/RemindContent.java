package dev.siyu.workers.content;

import dev.siyu.content.ContentRounds;
import dev.siyu.content.ContentRounds.Step;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.Header;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows on the content page that somebody is waited for, at most twice a step. */
@Component
@JourneyStep(
    name = "催办内容",
    nameEn = "Remind of content",
    help = "在内容页标记催办；给出 givenUp（同一步已催过两次）",
    color = "#b0762c")
final class RemindContent implements JobWork<RemindContent.Input> {

  private static final int PATIENCE = 2;

  record Input(
      String content,
      int version,
      @Header(
              label = "催什么",
              labelEn = "What is waited for",
              choices = {"DRAFT", "REVIEW", "PUBLISH"})
          Step about) {}

  private final ContentRounds rounds;

  RemindContent(ContentRounds rounds) {
    this.rounds = rounds;
  }

  @Override
  public String type() {
    return JobTypes.REMIND_CONTENT;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    int times = rounds.remind(in.content(), in.version(), in.about(), job.now());
    return new JobOutcome.Done(Map.of("givenUp", times > PATIENCE));
  }
}
