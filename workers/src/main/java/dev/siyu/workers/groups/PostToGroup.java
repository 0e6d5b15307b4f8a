package dev.siyu.workers.groups;

import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.Header;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.groups.GroupWork;
import dev.siyu.groups.GroupWork.GroupTouch;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.workers.TouchEndings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the owner of a group to send a message to it (客户群群发), once per group, week and step. */
@Component
@JourneyStep(
    name = "发群消息",
    nameEn = "Post to group",
    help = "为客户群创建群发任务，由群主在企业微信确认；结果见变量 outcome",
    color = "#2f7dd1",
    reach = JourneyStep.Reach.GROUP)
final class PostToGroup implements JobWork<PostToGroup.Input> {

  record Input(
      String groupId,
      String week,
      @Nullable String asked,
      @Header(label = "内容", labelEn = "Content", help = "内容库中已审核内容的键", from = Header.From.CONTENT)
          String content) {}

  private final GroupWork groups;
  private final TouchEndings endings;

  PostToGroup(GroupWork groups, TouchEndings endings) {
    this.groups = groups;
    this.endings = endings;
  }

  @Override
  public String type() {
    return JobTypes.POST_TO_GROUP;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var touch =
        new GroupTouch(
            in.groupId(),
            job.processId(),
            job.elementId(),
            in.week(),
            in.content(),
            job.elementInstanceKey());
    return endings.ending(groups.post(touch), in.asked(), job);
  }
}
