package dev.siyu.workers.wecom;

import dev.siyu.customers.Customers;
import dev.siyu.customers.Stage;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.Header;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.workers.Steps;
import dev.siyu.workers.TouchEndings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Marks and unmarks tags (标签) of a customer in WeCom, then in our own record. */
@Component
@JourneyStep(name = "打标签", nameEn = "Mark tags", help = "在企业微信为客户打上或去掉标签，客户看不到", color = "#2f7dd1")
final class MarkTags implements JobWork<MarkTags.Input> {

  record Input(
      String customerId,
      String staffId,
      String entry,
      @Nullable Integer round,
      @Nullable String channel,
      @Header(
              label = "打上",
              labelEn = "Add",
              help = "用逗号分隔；{channel} 代表来源渠道",
              from = Header.From.TAGS)
          String add,
      @Header(label = "去掉", labelEn = "Remove", help = "用逗号分隔", optional = true)
          @Nullable String remove,
      @Header(
              label = "同时进入阶段",
              labelEn = "Stage as well",
              choices = {"SEED", "FIRST_ORDER", "REPURCHASE", "CORE", "DORMANT", "LOST"},
              optional = true)
          @Nullable Stage stage,
      @Header(label = "阶段原因", labelEn = "Reason", help = "写入客户时间线", optional = true)
          @Nullable String reason) {}

  private final TagTouches tags;
  private final Customers customers;
  private final ChannelNames channels;
  private final TouchEndings endings;

  MarkTags(TagTouches tags, Customers customers, ChannelNames channels, TouchEndings endings) {
    this.tags = tags;
    this.customers = customers;
    this.channels = channels;
    this.endings = endings;
  }

  @Override
  public String type() {
    return JobTypes.MARK_TAGS;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var key = Steps.key(in.customerId(), in.entry(), in.round(), job);
    var add = channels.fill(in.add(), in.channel());
    if (in.stage() != null) {
      var reason = in.reason() == null ? TagChange.of(add, in.remove()).toString() : in.reason();
      customers.moveTo(key.customer(), in.stage(), job.now(), reason);
    }
    return endings.silentEnding(tags.mark(key, in.staffId(), add, in.remove(), job), job);
  }
}
