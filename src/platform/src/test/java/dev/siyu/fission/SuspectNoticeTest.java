package dev.siyu.fission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.tasks.Notices;
import dev.siyu.tasks.Team;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class SuspectNoticeTest {

  private static final Instant MORNING = Instant.parse("2026-12-01T02:00:00Z");

  @Test
  void shouldTellEveryLeadOnceADayAndCampaign() {
    // given: two members with leads of their own
    var told = new HashMap<String, String>();
    Notices notices = (key, staff, text) -> told.putIfAbsent(key, staff);
    var team = new Team(Map.of("li.na", "chen.jing", "he.yan", "zhou.min"), null);
    var beans = new StaticListableBeanFactory(Map.of("notices", notices, "team", team));
    var notice =
        new SuspectNotice(
            beans.getBeanProvider(Notices.class),
            beans.getBeanProvider(Team.class),
            ZoneId.of("Asia/Shanghai"));

    // when
    notice.about(1, "li.na", MORNING);
    notice.about(1, "he.yan", MORNING);
    notice.about(1, "li.na", MORNING.plus(Duration.ofHours(3)));

    // then
    assertThat(told.values()).containsExactlyInAnyOrder("chen.jing", "zhou.min");

    // when
    notice.about(2, "li.na", MORNING);
    notice.about(1, "li.na", MORNING.plus(Duration.ofDays(1)));

    // then
    assertThat(told).hasSize(4);
  }
}
