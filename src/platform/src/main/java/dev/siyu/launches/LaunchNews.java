package dev.siyu.launches;

import dev.siyu.drawn.Messages;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.launches.Launches.Event;
import dev.siyu.launches.Launches.Launch;
import dev.siyu.tasks.Notices;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what happened to a launch, and tells whoever asked for it. */
@Component
class LaunchNews {

  private static final Logger log = LoggerFactory.getLogger(LaunchNews.class);
  private static final String NOTE =
      """
      INSERT INTO launch_event (launch_id, at, what, actor, zh, en)
      VALUES (:launch, :now, :what, :actor, :zh, :en)
      """;
  private static final String ALL =
      "SELECT at, what, actor, zh, en FROM launch_event WHERE launch_id = :launch ORDER BY id";
  private static final String MEMBER =
      "SELECT wecom_user_id FROM person WHERE name = :name AND wecom_user_id IS NOT NULL";

  /** One sentence in both languages. */
  record Said(String zh, String en) {}

  /** A launch approved by rule may be live before its approval has come to follow it. */
  private static final Duration UNTIL_IT_FOLLOWS = Duration.ofDays(1);

  private static final int LONGEST = 500;

  private final JdbcClient jdbc;
  private final ObjectProvider<Notices> notices;
  private final JourneyMessages messages;

  LaunchNews(JdbcClient jdbc, ObjectProvider<Notices> notices, JourneyMessages messages) {
    this.jdbc = jdbc;
    this.notices = notices;
    this.messages = messages;
  }

  void note(long launch, String what, String actor, Said said, Instant now) {
    jdbc.sql(NOTE)
        .param("launch", launch)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("what", what)
        .param("actor", actor)
        .param("zh", said.zh())
        .param("en", said.en())
        .update();
    log.info("Launch {} {}: {}", launch, what, said.en());
  }

  /** Notes it and has the requester read it on the phone, in the caller's transaction. */
  void tell(Launch launch, String what, String actor, Said said, Instant now) {
    tell(launch, String.valueOf(launch.approvalId()), what, actor, said, now);
  }

  /**
   * @param approval what was asked and decided again after an edit is told again
   */
  void tell(Launch launch, String approval, String what, String actor, Said said, Instant now) {
    note(launch.id(), what, actor, said, now);
    var key = "launch:" + launch.id() + ":" + approval + ":" + what;
    var text = "旅程 %s 的上线 L%d：%s".formatted(launch.processId(), launch.id(), said.zh());
    jdbc.sql(MEMBER)
        .param("name", launch.askedBy())
        .query(String.class)
        .optional()
        .ifPresent(member -> notices.ifAvailable(lane -> lane.tell(key, member, text)));
  }

  /**
   * Ends what follows the launch since people signed it; those who did are told when it was
   * stopped. In the caller's transaction.
   *
   * @param live false when it was stopped or its approval is of no use any more
   */
  void over(Launch launch, boolean live, Said said) {
    var approval = launch.approvalId();
    if (approval == null || approval.isEmpty()) {
      return;
    }
    var text = said.zh().length() <= LONGEST ? said.zh() : said.zh().substring(0, LONGEST);
    messages.announce(
        List.of(
            new Announcement(
                Messages.LAUNCH_OVER + ":" + approval,
                Messages.LAUNCH_OVER,
                approval,
                UNTIL_IT_FOLLOWS,
                Map.of("launchEnding", live ? "LIVE" : "STOPPED", "said", text))));
  }

  List<Event> of(long launch) {
    return jdbc.sql(ALL)
        .param("launch", launch)
        .query(
            (row, n) ->
                new Event(
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("what"),
                    row.getString("actor"),
                    row.getString("zh"),
                    row.getString("en")))
        .list();
  }
}
