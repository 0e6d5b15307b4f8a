package dev.siyu.fission;

import dev.siyu.tasks.Notices;
import dev.siyu.tasks.Team;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells each lead, once a day and campaign, that suspects of their members wait for a person. */
@Component
class SuspectNotice {

  private final ObjectProvider<Notices> notices;
  private final ObjectProvider<Team> team;
  private final ZoneId zone;

  SuspectNotice(
      ObjectProvider<Notices> notices,
      ObjectProvider<Team> team,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId zone) {
    this.notices = notices;
    this.team = team;
    this.zone = zone;
  }

  void about(long campaign, String staffUserId, Instant at) {
    var one = team.getIfAvailable();
    if (one == null) {
      return;
    }
    var lead = one.leadOf(staffUserId).orElse(staffUserId);
    var day = at.atZone(zone).toLocalDate();
    var key = "fission-suspects:%d:%s:%s".formatted(campaign, day, lead);
    notices.ifAvailable(told -> told.tell(key, lead, "裂变活动有好友疑似羊毛党，等待人工判定：控制台 > 裂变"));
  }
}
