package dev.siyu.rehearsalroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.groups.GroupCaps;
import dev.siyu.touchpoints.ContactCaps;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CapsTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private static Touched touch(String kind, String at) {
    return new Touched(Instant.parse(at), "wm-1", kind, "li.na", "您好");
  }

  private static List<Caps.Cap> caps(int perMonth, GroupCaps groups, List<Touched> touches) {
    return new Caps(new ContactCaps(1, 3, 2, 4, 1, perMonth), groups, SHANGHAI).of(touches);
  }

  private static List<Touched> daily(String month, int days) {
    return IntStream.rangeClosed(1, days)
        .mapToObj(day -> touch("message", "%s-%02dT04:00:00Z".formatted(month, day)))
        .toList();
  }

  @Test
  void shouldCountWhatIsAboveACap() {
    // when
    var caps =
        caps(
            0,
            new GroupCaps(1, 0),
            List.of(
                touch("message", "2026-12-08T01:00:00Z"),
                touch("message", "2026-12-08T20:00:00Z"),
                touch("message", "2026-12-10T01:00:00Z")));

    // then
    assertThat(caps)
        .contains(new Caps.Cap("messages24h", 1, 2, 1), new Caps.Cap("messages7d", 3, 3, 0))
        .contains(new Caps.Cap("memberDay", 1, 1, 0));
  }

  @Test
  void shouldAllowAMonthAsManyMessagesAsItHasDaysOrAsTheRulesSay() {
    assertThat(caps(0, new GroupCaps(1, 0), daily("2026-12", 31)))
        .contains(new Caps.Cap("month", 31, 31, 0));
    assertThat(caps(20, new GroupCaps(1, 0), daily("2026-12", 21)))
        .contains(new Caps.Cap("month", 20, 21, 1));
    assertThat(caps(0, new GroupCaps(1, 0), List.of()))
        .as("nothing was sent")
        .contains(new Caps.Cap("month", 31, 0, 0));
  }

  @Test
  void shouldHoldPostsToGroupsAgainstTheRulesOfGroups() {
    // when
    var caps =
        caps(
            0,
            new GroupCaps(2, 2),
            List.of(
                touch("group-post", "2026-12-08T01:00:00Z"),
                touch("group-post", "2026-12-08T05:00:00Z"),
                touch("group-post", "2026-12-10T05:00:00Z")));

    // then
    assertThat(caps)
        .contains(new Caps.Cap("messages24h", 1, 0, 0))
        .contains(new Caps.Cap("groupDay", 2, 2, 0), new Caps.Cap("groupMonth", 2, 3, 1));
  }
}
