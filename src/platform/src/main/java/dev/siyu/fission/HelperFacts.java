package dev.siyu.fission;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What is known about a helper and their inviter when the helper arrives.
 *
 * @param self inviter and helper are one person
 * @param knownBefore the helper was our contact before
 * @param late the campaign was over, stopped, or not begun
 * @param addsPerHour helpers of this inviter within the last hour, this one included
 * @param leftPercent of the inviter's helpers, who left again
 * @param samePhone as the inviter's or another of their helpers
 * @param unpaidRewards rewards of the inviter after which they never bought
 * @param inviterNetCents orders less refunds
 * @param named whether WeCom told a name
 */
record HelperFacts(
    boolean self,
    boolean knownBefore,
    boolean late,
    int addsPerHour,
    int leftPercent,
    boolean samePhone,
    int unpaidRewards,
    int inviterOrders,
    long inviterNetCents,
    boolean named) {

  static final Duration HOUR = Duration.ofHours(1);

  /** The names the screening table may use; money in whole units. */
  Map<String, Object> variables() {
    var variables = new HashMap<String, Object>();
    variables.put("addsPerHour", addsPerHour);
    variables.put("leftPercent", leftPercent);
    variables.put("samePhone", samePhone);
    variables.put("unpaidRewards", unpaidRewards);
    variables.put("inviterOrders", inviterOrders);
    variables.put("inviterNet", BigDecimal.valueOf(inviterNetCents, 2));
    variables.put("named", named);
    return variables;
  }

  /** For people. */
  String words() {
    return "一小时新增 %d，已删除 %d%%，手机号重复 %s，领奖未下单 %d 次，邀请人订单 %d 单"
        .formatted(addsPerHour, leftPercent, samePhone ? "是" : "否", unpaidRewards, inviterOrders);
  }
}
