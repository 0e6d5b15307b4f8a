package dev.siyu.groups;

import static dev.siyu.groups.FakeGroupChats.customer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.groups.Groups.Member;
import dev.siyu.wecom.WeComEvent.GroupChange;
import dev.siyu.wecom.WeComEvent.GroupChanged;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupNewsTest {

  private GroupRooms rooms;

  @BeforeEach
  void open() {
    rooms = new GroupRooms(Map.of("siyu.groups.capacity", "4"));
    rooms.wecom.put("wr1", "li.na");
    rooms.event("wr1", GroupChange.CREATED);
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  private void join(String who) {
    rooms.wecom.put("wr1", "li.na", customer(who, GroupRooms.START, "vip"));
    rooms.event("wr1", GroupChange.MEMBERS_JOINED, who);
  }

  @Test
  void shouldTellTheJourneysOfACustomerOnceThatTheyJoined() {
    // given
    var id = rooms.customer("wm1");
    // when
    join("wm1");
    rooms.event("wr1", GroupChange.MEMBERS_JOINED, "wm1");
    rooms.event("wr1", GroupChange.OTHER);
    // then
    assertThat(rooms.announcedNames()).containsExactly("group-joined " + id.value());
    assertThat(rooms.announced.getFirst().variables())
        .containsEntry("groupId", "wr1")
        .containsEntry("joinState", "vip");
    var detail = rooms.get(Groups.class).find("wr1").orElseThrow();
    assertThat(detail.members())
        .extracting(Member::customerId)
        .containsExactlyInAnyOrder(null, id.value());
  }

  @Test
  void shouldNotMakeACustomerOfAStranger() {
    // when
    join("wm-stranger");
    // then
    assertThat(rooms.announced).isEmpty();
    assertThat(
            rooms.rooms.jdbc().sql("SELECT count(*) FROM customer").query(Integer.class).single())
        .isZero();
  }

  @Test
  void shouldNoticeALeaveEvenWhenItsEventWasLost() {
    // given
    var id = rooms.customer("wm1");
    join("wm1");
    // when: only a change of the name is told
    rooms.wecom.put("wr1", "li.na");
    rooms.rooms.pass(Duration.ofHours(1));
    rooms.event("wr1", GroupChange.NAME);
    // then
    assertThat(rooms.announcedNames()).last().isEqualTo("group-left " + id.value());
  }

  @Test
  void shouldTellALeaveAndAReturnBetweenTwoLooks() {
    // given
    var id = rooms.customer("wm1");
    join("wm1");
    // when
    var later = GroupRooms.START.plus(Duration.ofHours(2));
    rooms.wecom.put("wr1", "li.na", customer("wm1", later, null));
    rooms.rooms.pass(Duration.ofHours(3));
    rooms.event("wr1", GroupChange.MEMBERS_JOINED, "wm1");
    // then
    assertThat(rooms.announcedNames())
        .containsExactly(
            "group-joined " + id.value(), "group-left " + id.value(), "group-joined " + id.value());
  }

  @Test
  void shouldNotLetAnOldLookUndoANewerOne() {
    // given
    rooms.customer("wm1");
    var news = rooms.get(GroupNews.class);
    var event = new GroupChanged("wr1", GroupChange.OTHER, 0, List.of(), GroupRooms.START);
    var old = news.look(event);
    rooms.rooms.pass(Duration.ofMinutes(1));
    join("wm1");
    // when
    var note = rooms.rooms.database().transactions().execute(status -> news.apply(event, old));
    // then
    assertThat(note).contains("newer");
    assertThat(rooms.get(Groups.class).all().getFirst().members()).isEqualTo(2);
  }

  @Test
  void shouldEndEverythingWhenTheGroupIsDismissed() {
    // given
    var id = rooms.customer("wm1");
    join("wm1");
    // when
    rooms.event("wr1", GroupChange.DISMISSED);
    rooms.event("wr1", GroupChange.DISMISSED);
    // then
    assertThat(rooms.announcedNames())
        .containsExactly(
            "group-joined " + id.value(), "group-left " + id.value(), "group-dismissed wr1");
    assertThat(rooms.get(Groups.class).all().getFirst().health())
        .isEqualTo(Groups.Health.DISMISSED);
  }

  @Test
  void shouldFindByComparisonWhatNobodyTold() {
    // given
    var id = rooms.customer("wm1");
    rooms.wecom.put("wr2", "wang.fang", customer("wm1", GroupRooms.START, null));
    rooms.wecom.groups.remove("wr1");
    // when
    rooms.get(Groups.class).compare();
    rooms.run(Comparison.class);
    // then
    assertThat(rooms.announcedNames())
        .containsExactlyInAnyOrder("group-joined " + id.value(), "group-dismissed wr1");
    assertThat(rooms.get(Groups.class).compared().found()).isEqualTo(1);
    assertThat(rooms.get(Comparison.class).nextDue())
        .contains(GroupRooms.START.plus(Duration.ofDays(1)));
  }
}
