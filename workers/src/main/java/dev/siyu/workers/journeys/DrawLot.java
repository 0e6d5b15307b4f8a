package dev.siyu.workers.journeys;

import dev.siyu.engine.Header;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;

/** Gives a customer a number that stays the same, so that groups can be compared. */
@Component
@JourneyStep(
    name = "抽签",
    nameEn = "Draw lots",
    help = "给客户一个 0 到 99 的号码 lot：同一个抽签名里同一位客户的号码永远不变；随后用网关分组，例如 lot < 10 是 10%",
    color = "#6d5bd0")
final class DrawLot implements JobWork<DrawLot.Input> {

  private static final int LOTS = 100;

  record Input(
      String customerId,
      @Header(
              label = "抽签名",
              labelEn = "Name of the draw",
              help = "名字不同，号码无关；对照组请在所有旅程用同一个名字 holdout")
          String draw) {}

  @Override
  public String type() {
    return "draw-lot";
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    return new JobOutcome.Done(Map.of("lot", lot(in.draw(), in.customerId())));
  }

  /** 0..99, evenly spread and independent between draws. */
  static int lot(String draw, String customerId) {
    var hash = DigestUtils.sha256(draw + "\n" + customerId);
    return (int) Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), LOTS);
  }
}
