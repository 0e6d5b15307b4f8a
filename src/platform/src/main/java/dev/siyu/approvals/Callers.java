package dev.siyu.approvals;

import dev.siyu.tasks.Notices;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells people that something waits for their decision. */
@Component
class Callers {

  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("M月d日 HH:mm");

  private final Humans humans;
  private final DeputyTable deputies;
  private final ObjectProvider<Notices> notices;
  private final ApprovalSettings settings;
  private final ZoneId zone;

  Callers(
      Humans humans,
      DeputyTable deputies,
      ObjectProvider<Notices> notices,
      ApprovalSettings settings,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId zone) {
    this.humans = humans;
    this.deputies = deputies;
    this.notices = notices;
    this.settings = settings;
    this.zone = zone;
  }

  /**
   * In the caller's transaction.
   *
   * @param occasion what makes it another message than the one before
   */
  void call(AskedRequest asked, int level, List<String> groups, Instant dueAt, String occasion) {
    var requester = humans.requester(asked);
    var text =
        "请审批：%s，截止 %s：%s"
            .formatted(
                asked.request().titleZh(),
                SHORT.format(dueAt.atZone(zone)),
                settings.console().resolve("/a/" + asked.name()));
    deputies
        .standingFor(humans.enabled(), groups, asked.request().kind())
        .filter(human -> requester.isEmpty() || !human.isSameAs(requester.get()))
        .forEach(
            human -> {
              var weCom = human.weComUserId();
              if (weCom != null) {
                var key = "approval:%s:%d:%s:%s".formatted(asked.name(), level, occasion, weCom);
                notices.ifAvailable(lane -> lane.tell(key, weCom, text));
              }
            });
  }
}
