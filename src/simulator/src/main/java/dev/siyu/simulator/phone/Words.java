package dev.siyu.simulator.phone;

/** A bubble in one line of words. */
final class Words {

  private Words() {}

  static String of(Page page, Bubble bubble) {
    String who = bubble.who();
    String text = bubble.text();
    return switch (bubble.kind()) {
      case WELCOME, MASS_SEND, MOMENT, OWN, APP_MESSAGE, GROUP_MESSAGE -> text;
      case COUPON -> page.say("优惠券 ¥", "Coupon ¥") + who + " · " + text;
      case ADDED ->
          page.say("添加了 ", "Added ")
              + who
              + (text.isEmpty() ? "" : page.say("，来自 ", ", by ") + text);
      case LEFT -> page.say("删除了 ", "Deleted ") + who;
      case REMOVED -> page.say("被删除：", "Deleted by ") + who;
      case PAID -> page.say("已付款 ¥", "Paid ¥") + who + " · " + text;
      case REFUNDED -> page.say("已退款 ¥", "Refunded ¥") + who + " · " + text;
      case GROUP_JOINED -> page.say("加入了群 ", "Joined the group ") + who;
      case GROUP_LEFT -> page.say("离开了群 ", "Left the group ") + who;
      case COUPON_REVOKED -> page.say("优惠券被收回 ", "Coupon taken back ") + text;
      case COUPON_USED -> page.say("用了优惠券 ", "Used coupon ") + text;
    };
  }
}
