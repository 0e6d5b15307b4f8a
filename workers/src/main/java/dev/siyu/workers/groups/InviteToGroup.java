package dev.siyu.workers.groups;

import dev.siyu.calls.CallResult;
import dev.siyu.content.Contents;
import dev.siyu.customers.Customer;
import dev.siyu.customers.Customers;
import dev.siyu.engine.Header;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.groups.GroupWork;
import dev.siyu.groups.GroupWork.WayIn;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.touchpoints.Medium;
import dev.siyu.touchpoints.Touch;
import dev.siyu.touchpoints.Touchpoints;
import dev.siyu.touchpoints.Touchpoints.Receipt;
import dev.siyu.wecom.WeCom;
import dev.siyu.workers.Steps;
import dev.siyu.workers.TouchEndings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends a customer the way into a group, as a mass-send task their staff member confirms. The
 * journey then waits for {@code group-joined} by {@code =customerId} beside a deadline.
 */
@Component
@JourneyStep(
    name = "邀请入群",
    nameEn = "Invite to group",
    help = "把入群二维码发给客户；已在群中则 outcome=JOINED，没有可用入口则 NO_WAY；随后等待消息 group-joined 或到期",
    color = "#2f7dd1",
    reach = JourneyStep.Reach.CUSTOMER)
final class InviteToGroup implements JobWork<InviteToGroup.Input> {

  record Input(
      String customerId,
      String staffId,
      String entry,
      @Nullable Integer round,
      @Nullable String asked,
      @Header(
              label = "内容",
              labelEn = "Content",
              help = "内容库中已审核内容的键；{link} 是入群二维码",
              from = Header.From.CONTENT)
          String content,
      @Header(
              label = "入群方式",
              labelEn = "Join way",
              help = "客户群页面上入群方式的代码",
              from = Header.From.JOIN_WAYS)
          String joinWay) {}

  private final Touchpoints touchpoints;
  private final GroupWork groups;
  private final Customers customers;
  private final Contents contents;
  private final WeCom weCom;
  private final TouchEndings endings;

  InviteToGroup(
      Touchpoints touchpoints,
      GroupWork groups,
      Customers customers,
      Contents contents,
      WeCom weCom,
      TouchEndings endings) {
    this.touchpoints = touchpoints;
    this.groups = groups;
    this.customers = customers;
    this.contents = contents;
    this.weCom = weCom;
    this.endings = endings;
  }

  @Override
  public String type() {
    return "invite-to-group";
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var way = groups.wayIn(in.joinWay());
    if (way.isEmpty()) {
      return new JobOutcome.Done(Map.of("outcome", "NO_WAY"));
    }
    if (groups.isIn(in.customerId(), way.get().chats())) {
      return new JobOutcome.Done(Map.of("outcome", "JOINED"));
    }
    var touch = touch(in, job);
    var outcome = touchpoints.make(touch, version -> send(touch, in, way.get(), version));
    return endings.ending(outcome, in.asked(), job);
  }

  private Touch touch(Input in, JobContext job) {
    var key = Steps.key(in.customerId(), in.entry(), in.round(), job);
    var staff = customers.staffFor(key.customer(), in.staffId());
    return new Touch(key, Medium.MASS_SEND, in.content(), staff, null, job.elementInstanceKey());
  }

  private CallResult<Receipt> send(Touch touch, Input in, WayIn way, int version) {
    var customer = customers.find(touch.key().customer());
    var person = customer.map(Customer::externalUserId).orElse(null);
    if (person == null) {
      return new CallResult.Declined<>("NO_CONTACT", "not a WeCom contact");
    }
    var words = Map.of("name", customer.orElseThrow().name(), "link", way.qrCode());
    var text = contents.render(in.content(), version, words).orElse("");
    var staff = String.valueOf(touch.staffUserId());
    var created = weCom.createMassSend(staff, List.of(person), text);
    return Steps.receipt(created, msgId -> new Receipt(msgId, true, text));
  }
}
