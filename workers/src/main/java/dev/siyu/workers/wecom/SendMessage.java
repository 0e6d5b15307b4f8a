package dev.siyu.workers.wecom;

import dev.siyu.calls.CallResult;
import dev.siyu.content.Contents;
import dev.siyu.customers.Customer;
import dev.siyu.customers.Customers;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.Header;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.products.Product;
import dev.siyu.products.ProductKind;
import dev.siyu.products.Products;
import dev.siyu.touchpoints.Medium;
import dev.siyu.touchpoints.Priority;
import dev.siyu.touchpoints.Touch;
import dev.siyu.touchpoints.TouchKey;
import dev.siyu.touchpoints.TouchOutcome;
import dev.siyu.touchpoints.Touchpoints;
import dev.siyu.touchpoints.Touchpoints.Receipt;
import dev.siyu.wecom.WeCom;
import dev.siyu.workers.Steps;
import dev.siyu.workers.TouchEndings;
import dev.siyu.workers.mall.CouponTouches;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Creates a mass-send task (群发) for one customer, which the staff member confirms in WeCom. */
@Component
@JourneyStep(
    name = "发消息",
    nameEn = "Send message",
    help = "为客户创建群发任务，由导购在企业微信确认；结果见变量 outcome",
    color = "#2f7dd1",
    reach = JourneyStep.Reach.CUSTOMER)
final class SendMessage implements JobWork<SendMessage.Input> {

  record Input(
      String customerId,
      String staffId,
      String entry,
      String at,
      @Nullable Integer round,
      @Nullable String since,
      @Nullable String asked,
      @Nullable String couponCode,
      @Header(label = "内容", labelEn = "Content", help = "内容库中已审核内容的键", from = Header.From.CONTENT)
          String content,
      @Header(
              label = "是否催单",
              labelEn = "Nudges to buy",
              help = "催单类消息在客户付款后不再发送",
              choices = {"yes", "no"},
              defaultValue = "yes")
          String nudge,
      @Header(
              label = "产品",
              labelEn = "Product",
              help = "内容中的 {product}：产品矩阵里这一类的第一个产品",
              choices = {"TRAFFIC", "STAR", "PERSONAL", "NOBLE"},
              optional = true)
          @Nullable ProductKind product,
      @Header(
              label = "优先级",
              labelEn = "Priority",
              help = "重要 important；普通 normal；可放弃 minor：额度不足时让给更重要的消息",
              choices = {"normal", "important", "minor"},
              defaultValue = "normal",
              optional = true)
          @Nullable String priority,
      @Header(
              label = "同时发券",
              labelEn = "Coupon as well",
              help = "商城中的优惠券模板；先发券，消息里的 {coupon} 就是它",
              optional = true)
          @Nullable String template,
      @Header(label = "券有效天数", labelEn = "Coupon valid days", help = "同时发券时；不填为 7", optional = true)
          @Nullable Integer validDays) {

    int daysOrWeek() {
      return validDays == null ? 7 : validDays;
    }

    Priority rank() {
      return priority == null
          ? Priority.NORMAL
          : Priority.valueOf(priority.toUpperCase(Locale.ROOT));
    }

    @Nullable Instant nudgesSince() {
      return nudge.equals("yes") ? Instant.parse(since == null ? at : since) : null;
    }
  }

  private static final String SOME = "好物";

  private final Touchpoints touchpoints;
  private final Customers customers;
  private final Contents contents;
  private final Products products;
  private final WeCom weCom;
  private final CouponTouches coupons;
  private final TouchEndings endings;

  SendMessage(
      Touchpoints touchpoints,
      Customers customers,
      Contents contents,
      Products products,
      WeCom weCom,
      CouponTouches coupons,
      TouchEndings endings) {
    this.touchpoints = touchpoints;
    this.customers = customers;
    this.contents = contents;
    this.products = products;
    this.weCom = weCom;
    this.coupons = coupons;
    this.endings = endings;
  }

  @Override
  public String type() {
    return JobTypes.SEND_MESSAGE;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var key = Steps.key(in.customerId(), in.entry(), in.round(), job);
    if (in.template() == null) {
      return endings.ending(message(in, key, in.couponCode(), job), in.asked(), job);
    }
    var beside = Steps.beside(key, "coupon");
    var issued = coupons.issue(beside, in.staffId(), in.template(), in.daysOrWeek(), job);
    return endings.withCoupon(
        issued, code -> message(in, key, code, job), in.couponCode(), in.asked(), job);
  }

  private TouchOutcome message(
      Input in, TouchKey key, @Nullable String couponCode, JobContext job) {
    var staff = customers.staffFor(key.customer(), in.staffId());
    var touch =
        new Touch(
            key,
            Medium.MASS_SEND,
            in.content(),
            staff,
            in.nudgesSince(),
            job.elementInstanceKey(),
            null,
            in.rank());
    return touchpoints.make(touch, version -> send(touch, staff, in, couponCode, version));
  }

  private CallResult<Receipt> send(
      Touch touch, String staff, Input in, @Nullable String couponCode, int version) {
    var customer = customers.find(touch.key().customer());
    var person = customer.map(Customer::externalUserId).orElse(null);
    if (person == null) {
      return new CallResult.Declined<>("NO_CONTACT", "not a WeCom contact");
    }
    var coupon = couponCode == null ? "" : couponCode;
    var words =
        Map.of(
            "name",
            customer.orElseThrow().name(),
            "coupon",
            coupon,
            "product",
            named(in.product()));
    var text = contents.render(in.content(), version, words);
    if (text.isEmpty()) {
      return new CallResult.Broken<>(
          "SIYU-3090", "content '" + in.content() + "' (expected: a key with approved content)");
    }
    var created =
        contents
            .attachments(in.content(), version)
            .then(
                attachments ->
                    weCom.createMassSend(staff, List.of(person), text.get(), attachments));
    return Steps.receipt(created, msgId -> new Receipt(msgId, true, text.get()));
  }

  /** Without a product of the kind the sentence must still be one. */
  private String named(@Nullable ProductKind kind) {
    return kind == null ? SOME : products.first(kind).map(Product::name).orElse(SOME);
  }
}
