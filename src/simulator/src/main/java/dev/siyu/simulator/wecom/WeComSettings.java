package dev.siyu.simulator.wecom;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;

/**
 * WeCom's numbers, all changeable because WeCom changes them.
 *
 * @param callsPerMinute per API (doc 90454: 10,000)
 * @param callsPerHour per API (doc 90454: 150,000)
 * @param markTagConcurrent mark_tag calls in flight (45033 beyond)
 * @param welcomeWindow how long a welcome code lives (doc 92599: 20 s)
 * @param tokenLifetime of access tokens (7200 s)
 * @param massSendsPerMonth to one customer; 0: as many as the month has days (doc 92135)
 * @param massSendsPerDay from one member to one customer (doc 96997: 1)
 * @param appMessagesPerMinute to one member, silently dropped beyond (doc 90454: 30)
 * @param appMessagesPerHour to one member, silently dropped beyond (doc 90454: 1000)
 * @param staff how staff confirm mass-send tasks by themselves
 * @param willingPercent of customers who reply when a message asks them to answer 愿意, by hash
 * @param joinPercent of customers who join a group when a message brings the way in, by hash
 * @param groups limits of customer groups
 * @param moments limits of moments (朋友圈)
 * @param ways limits of live codes
 * @param transfers rules of customer transfers
 * @param media of temporary media
 * @param trustedDomains hosts a login may come back to (可信域名, doc 91022), beyond: 50001
 * @param zone whose days and months count
 */
public record WeComSettings(
    String corpId,
    String contactSecret,
    String appSecret,
    int callsPerMinute,
    int callsPerHour,
    int markTagConcurrent,
    Duration welcomeWindow,
    Duration tokenLifetime,
    int massSendsPerMonth,
    int massSendsPerDay,
    int appMessagesPerMinute,
    int appMessagesPerHour,
    StaffHabits staff,
    int willingPercent,
    int joinPercent,
    GroupLimits groups,
    PostLimits moments,
    WayLimits ways,
    TransferRules transfers,
    MediaLimits media,
    Set<String> trustedDomains,
    ZoneId zone) {

  public WeComSettings {
    trustedDomains = Set.copyOf(trustedDomains);
  }
}
