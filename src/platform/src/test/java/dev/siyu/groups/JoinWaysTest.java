package dev.siyu.groups;

import static dev.siyu.groups.FakeGroupChats.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.calls.CallResult;
import dev.siyu.groups.JoinWayDesk.Draft;
import dev.siyu.groups.JoinWayDesk.Status;
import dev.siyu.wecom.WeComEvent.GroupChange;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JoinWaysTest {

  private GroupRooms rooms;
  private JoinWayDesk desk;

  @BeforeEach
  void open() {
    rooms = new GroupRooms(Map.of("siyu.groups.capacity", "10"));
    desk = rooms.get(JoinWayDesk.class);
    List.of("wr1", "wr2").forEach(chat -> fill(chat, 0));
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  private void fill(String chat, int customers) {
    rooms.wecom.put(
        chat,
        "li.na",
        IntStream.range(0, customers)
            .mapToObj(i -> customer(chat + "-" + i, GroupRooms.START, null))
            .toList());
    rooms.event(chat, GroupChange.OTHER);
  }

  private void create(String... chats) {
    desk.create("vip", new Draft("会员群", List.of(chats), true, "会员群"), "ops");
  }

  private JoinWayDesk.View vip() {
    return desk.find("vip").orElseThrow();
  }

  private List<String> atWeCom() {
    return Objects.requireNonNull(rooms.ways.ways.get("config-vip")).chatIds();
  }

  @Test
  void shouldKeepTheHandleAndThePictureOfAWay() {
    // when
    create("wr1", "wr2");
    // then
    assertThat(vip().status()).isEqualTo(Status.ACTIVE);
    assertThat(vip().configId()).isEqualTo("config-vip");
    assertThat(vip().qrCode()).startsWith("https://");
    assertThat(atWeCom()).containsExactly("wr1", "wr2");
    assertThatThrownBy(() -> create("wr1")).hasMessageContaining("SIYU-3401");
    assertThatThrownBy(() -> desk.create("x", new Draft("x", List.of("no"), true, ""), "ops"))
        .hasMessageContaining("SIYU-3400");
  }

  @Test
  void shouldLeadToTheNextGroupWhenOneIsNearlyFull() {
    // given
    create("wr1", "wr2");
    rooms.run(WayCalls.class);
    // when: 10 of 10 with the owner
    fill("wr1", 9);
    rooms.run(WayCalls.class);
    // then
    assertThat(atWeCom()).containsExactly("wr2");
    assertThat(vip().alerts()).isEmpty();
    // when
    fill("wr2", 9);
    rooms.run(WayCalls.class);
    // then: the code still leads somewhere, and people see that there is no room
    assertThat(atWeCom()).containsExactly("wr1", "wr2");
    assertThat(vip().alerts()).containsExactly("FULL");
  }

  @Test
  void shouldAskWeComOnlyWhenSomethingChanged() {
    // given
    create("wr1", "wr2");
    // when
    rooms.run(WayCalls.class);
    fill("wr1", 1);
    rooms.run(WayCalls.class);
    // then
    assertThat(rooms.ways.updates).isZero();
    assertThat(rooms.get(WayCalls.class).nextDue()).isEmpty();
  }

  @Test
  void shouldTakeOnAGroupThatWeComOpenedForTheWay() {
    // given
    create("wr1");
    // when
    rooms.wecom.put("wr9", "li.na", customer("wm1", GroupRooms.START, "vip"));
    rooms.event("wr9", GroupChange.CREATED);
    // then
    assertThat(vip().draft().chats()).containsExactly("wr1", "wr9");
    assertThat(vip().behind()).containsExactly("wr1", "wr9");
  }

  @Test
  void shouldNeverAskTwiceForAWayWhoseCreationGotNoAnswer() {
    // given
    rooms.ways.nextAdd = new CallResult.Unknown<>("SIYU-3202", "no answer");
    create("wr1");
    assertThat(vip().status()).isEqualTo(Status.UNKNOWN);
    // when
    rooms.run(WayCalls.class);
    // then
    assertThat(rooms.ways.ways).isEmpty();
    // when: a person decides
    desk.createAgain("vip", "ops");
    // then
    assertThat(vip().status()).isEqualTo(Status.ACTIVE);
    assertThatThrownBy(() -> desk.createAgain("vip", "ops")).hasMessageContaining("SIYU-3402");
  }

  @Test
  void shouldChangeAndRetireAWay() {
    // given
    create("wr1");
    // when
    desk.change("vip", new Draft("新名", List.of("wr2"), false, ""), "ops");
    rooms.run(WayCalls.class);
    // then
    assertThat(atWeCom()).containsExactly("wr2");
    // when
    desk.retire("vip", "ops");
    rooms.run(WayCalls.class);
    // then
    assertThat(vip().status()).isEqualTo(Status.RETIRED);
    assertThat(rooms.ways.ways).isEmpty();
  }
}
