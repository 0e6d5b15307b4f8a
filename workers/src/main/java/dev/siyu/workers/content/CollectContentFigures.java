package dev.siyu.workers.content;

import dev.siyu.content.ContentRounds;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts what a version of a piece achieved: touches, replies and orders after them. */
@Component
@JourneyStep(
    name = "统计效果",
    nameEn = "Collect figures",
    help = "统计这一版内容的触达、回复与下单，存入版本；给出 made（触达数）",
    color = "#b0762c")
final class CollectContentFigures implements JobWork<CollectContentFigures.Input> {

  record Input(String content, int version) {}

  private final ContentRounds rounds;

  CollectContentFigures(ContentRounds rounds) {
    this.rounds = rounds;
  }

  @Override
  public String type() {
    return JobTypes.COLLECT_CONTENT_FIGURES;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var figures = rounds.measure(in.content(), in.version(), job.now());
    return new JobOutcome.Done(Map.of("made", figures.made()));
  }
}
