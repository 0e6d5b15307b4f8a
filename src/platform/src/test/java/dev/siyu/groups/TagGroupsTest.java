package dev.siyu.groups;

import static dev.siyu.groups.FakeGroupChats.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.calls.CallResult;
import dev.siyu.customers.Customers;
import dev.siyu.groups.JoinWayDesk.Draft;
import dev.siyu.groups.TagGroups.Choice;
import dev.siyu.touchpoints.TouchOutcome;
import dev.siyu.wecom.WeComEvent.GroupChange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TagGroupsTest {

  private static final Choice EVERYBODY = new Choice(List.of(), List.of(), List.of());
  private static final Choice KNOWING = new Choice(List.of("知识"), List.of(), List.of());
  private static final String CONTENT = "group-invitation";

  private GroupRooms rooms;
  private TagGroups tagGroups;

  @BeforeEach
  void open() {
    rooms = new GroupRooms(Map.of());
    tagGroups = rooms.get(TagGroups.class);
    rooms.wecom.put("wr1", "li.na");
    rooms.event("wr1", GroupChange.CREATED);
    rooms
        .get(JoinWayDesk.class)
        .create("vip", new Draft("会员群", List.of("wr1"), true, "会员群"), "ops");
    var customers = rooms.get(Customers.class);
    for (var who : List.of("wm1", "wm2", "wm3")) {
      var id = rooms.customer(who);
      if (!who.equals("wm3")) {
        customers.tagged(id, List.of("知识"), List.of(), GroupRooms.START);
      }
    }
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  private TagGroups.View view() {
    return tagGroups.all().getFirst();
  }

  @Test
  void shouldShowBeforehandWhoWouldBeAsked() {
    // given
    rooms.wecom.put("wr1", "li.na", customer("wm1", GroupRooms.START, null));
    rooms.event("wr1", GroupChange.MEMBERS_JOINED, "wm1");
    // then
    assertThat(tagGroups.preview(EVERYBODY, "vip").customers()).isEqualTo(2);
    assertThat(tagGroups.preview(KNOWING, "vip"))
        .isEqualTo(new TagGroups.Preview(1, 1, List.of("")));
    assertThat(
            tagGroups.preview(new Choice(List.of(), List.of("CORE"), List.of()), "vip").customers())
        .isZero();
    assertThatThrownBy(() -> tagGroups.preview(KNOWING, "nothing"))
        .hasMessageContaining("SIYU-3402");
  }

  @Test
  void shouldAskStaffOnceForEachChosenCustomer() {
    // when
    tagGroups.start("知识群", KNOWING, "vip", CONTENT, "ops");
    rooms.run(TagGroupInvitations.class);
    rooms.run(TagGroupInvitations.class);
    // then
    assertThat(rooms.staff.sent)
        .hasSize(2)
        .allMatch(one -> one.startsWith("li.na [wm"))
        .allMatch(one -> one.contains("https://qr/config-vip"));
    assertThat(view().asked()).isEqualTo(2);
    assertThat(rooms.get(TagGroupInvitations.class).nextDue()).isEmpty();
    // when
    rooms.wecom.put("wr1", "li.na", customer("wm2", GroupRooms.START.plusSeconds(60), "vip"));
    rooms.event("wr1", GroupChange.MEMBERS_JOINED, "wm2");
    // then
    assertThat(view().joined()).isEqualTo(1);
  }

  @Test
  void shouldFollowTheContactRules() {
    // given
    var tomorrow = GroupRooms.START.plus(Duration.ofDays(1));
    rooms.staff.answers.add(new TouchOutcome.Refused("daily-cap", "24 小时内最多 1 次", tomorrow));
    rooms.staff.answers.add(new TouchOutcome.Refused("consent", "客户已要求不再打扰", null));
    // when
    tagGroups.start("知识群", KNOWING, "vip", CONTENT, "ops");
    rooms.run(TagGroupInvitations.class);
    // then
    assertThat(rooms.staff.sent).isEmpty();
    assertThat(view().planned()).isEqualTo(1);
    assertThat(view().refused()).isEqualTo(1);
    assertThat(rooms.get(TagGroupInvitations.class).nextDue()).contains(tomorrow);
    // when
    rooms.rooms.pass(Duration.ofDays(1));
    rooms.run(TagGroupInvitations.class);
    // then
    assertThat(rooms.staff.sent).hasSize(1);
  }

  @Test
  void shouldInviteWithApprovedContentOnly() {
    assertThatThrownBy(() -> tagGroups.start("x", KNOWING, "vip", "nothing", "ops"))
        .hasMessageContaining("SIYU-3403");
  }

  @Test
  void shouldKeepWelcomesOfGroups() {
    // given
    var desk = rooms.get(GroupWelcomeDesk.class);
    // when
    desk.create("group-welcome", "ops");
    // then
    assertThat(rooms.welcomes.texts).containsValue("group-welcome v1");
    assertThatThrownBy(() -> desk.create("group-welcome", "ops")).hasMessageContaining("SIYU-3401");
    // when
    long id = desk.all().getFirst().id();
    assertThat(desk.refresh(id)).isTrue();
    assertThat(desk.delete(id)).isTrue();
    // then
    assertThat(rooms.welcomes.texts).isEmpty();
    assertThat(desk.all()).isEmpty();
  }

  @Test
  void shouldSayWhyWeComTookNoWelcome() {
    // given
    rooms.welcomes.nextAdd = new CallResult.Broken<>("41055", "too many");
    // when
    rooms.get(GroupWelcomeDesk.class).create("group-welcome", "ops");
    // then
    var welcome = rooms.get(GroupWelcomeDesk.class).all().getFirst();
    assertThat(welcome.status()).isEqualTo("FAILED");
    assertThat(welcome.note()).contains("41055");
  }
}
