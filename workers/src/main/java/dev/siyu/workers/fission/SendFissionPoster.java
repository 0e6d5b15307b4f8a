package dev.siyu.workers.fission;

import dev.siyu.calls.CallResult;
import dev.siyu.content.Contents;
import dev.siyu.customers.Customer;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.fission.FissionWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.touchpoints.Medium;
import dev.siyu.touchpoints.Touch;
import dev.siyu.touchpoints.TouchOutcome;
import dev.siyu.touchpoints.Touchpoints;
import dev.siyu.touchpoints.Touchpoints.Receipt;
import dev.siyu.wecom.Attachment;
import dev.siyu.wecom.MediaUploads;
import dev.siyu.wecom.WeCom;
import dev.siyu.workers.Steps;
import dev.siyu.workers.TouchEndings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends an inviter the poster with their own code, as a mass-send task. */
@Component
@JourneyStep(
    name = "发裂变海报",
    nameEn = "Send fission poster",
    help = "为邀请人生成带专属活码的海报，连同活动文案由导购在企业微信确认发送；结果见变量 outcome",
    color = "#c0392b",
    reach = JourneyStep.Reach.CUSTOMER)
final class SendFissionPoster implements JobWork<SendFissionPoster.Input> {

  record Input(
      String customerId, String staffId, String entry, long inviterId, @Nullable String asked) {}

  private final Touchpoints touchpoints;
  private final Customers customers;
  private final Contents contents;
  private final FissionWork fission;
  private final MediaUploads uploads;
  private final WeCom weCom;
  private final TouchEndings endings;

  SendFissionPoster(
      Touchpoints touchpoints,
      Customers customers,
      Contents contents,
      FissionWork fission,
      MediaUploads uploads,
      WeCom weCom,
      TouchEndings endings) {
    this.touchpoints = touchpoints;
    this.customers = customers;
    this.contents = contents;
    this.fission = fission;
    this.uploads = uploads;
    this.weCom = weCom;
    this.endings = endings;
  }

  @Override
  public String type() {
    return JobTypes.SEND_FISSION_POSTER;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var key = Steps.key(in.customerId(), in.entry(), null, job);
    var staff = customers.staffFor(key.customer(), in.staffId());
    var content = fission.content(in.inviterId());
    var touch = new Touch(key, Medium.MASS_SEND, content, staff, null, job.elementInstanceKey());
    var outcome = touchpoints.make(touch, version -> send(in, staff, content, version, job.now()));
    if (TouchEndings.isMade(outcome) || outcome instanceof TouchOutcome.Queued) {
      fission.posted(in.inviterId(), job.now());
    }
    return endings.ending(outcome, in.asked(), job);
  }

  private CallResult<Receipt> send(
      Input in, String staff, String content, int version, Instant now) {
    var customer = customers.find(new CustomerId(in.customerId()));
    var person = customer.map(Customer::externalUserId).orElse(null);
    var name = customer.map(Customer::name).orElse("");
    var text = contents.render(content, version, Map.of("name", name)).orElse(null);
    if (person == null || text == null) {
      return new CallResult.Declined<>("NO_CONTACT", "not a WeCom contact, or no text");
    }
    var poster =
        withoutEffect(
            fission
                .poster(in.inviterId(), now)
                .then(png -> uploads.upload(MediaUploads.Type.IMAGE, "poster.png", png)));
    return poster.then(
        image -> {
          var shown = List.<Attachment>of(new Attachment.Image(image.mediaId()));
          var created = weCom.createMassSend(staff, List.of(person), text, shown);
          return Steps.receipt(created, msgId -> new Receipt(msgId, true));
        });
  }

  /** Before the message itself nothing reached the customer: it may be tried again. */
  private static <T> CallResult<T> withoutEffect(CallResult<T> result) {
    return result instanceof CallResult.Unknown<T> none
        ? new CallResult.Retryable<>(none.code(), none.reason(), Duration.ofMinutes(1))
        : result;
  }
}
