package dev.siyu.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.TestRooms;
import dev.siyu.calls.CallResult;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.wecom.CorpTags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TagsTest {

  private final FakeCorpTags weCom = new FakeCorpTags();
  private TestRooms rooms;
  private TagLooks looks;
  private TagSync sync;
  private Customers customers;
  private CustomerId customer;

  @BeforeEach
  void open() {
    rooms =
        TestRooms.open(
            Map.of("siyu.tags.limit", "5"),
            context -> context.registerBean(FakeCorpTags.class, () -> weCom),
            "customers",
            "tags");
    looks = rooms.get(TagLooks.class);
    sync = rooms.get(TagSync.class);
    customers = rooms.get(Customers.class);
    customer = customers.byExternalUserId("wm-1");
    customers.added(customer, "li.na", "store", rooms.clock().instant());
    customers.tagged(customer, List.of("跟进/新添加"), List.of(), rooms.clock().instant());
    rooms.pass(Duration.ofHours(1));
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  private List<String> worn() {
    return rooms
        .jdbc()
        .sql("SELECT tag FROM customer_tag WHERE customer_id = :id ORDER BY tag")
        .param("id", customer.value())
        .query(String.class)
        .list();
  }

  private void edited() {
    looks.contactEdited("wm-1", rooms.clock().instant());
  }

  private void look() {
    looks.runDue(rooms.clock().instant());
  }

  private void shown(String... tags) {
    weCom.worn.put("wm-1", new CallResult.Ok<>(Set.of(tags)));
  }

  @Test
  void shouldTakeOverWhatAMemberMarkedHoweverOftenItIsTold() {
    // given
    shown("跟进/已首单", "爱喝茶");
    // when
    edited();
    edited();
    look();
    look();
    // then
    assertThat(worn()).containsExactly("爱喝茶", "跟进/已首单");
    assertThat(weCom.asked).containsExactly("wm-1");
    assertThat(looks.nextDue()).isEmpty();
  }

  @Test
  void shouldLookAtTheEchoOfOurOwnMarkLaterAndChangeNothing() {
    // given
    shown("跟进/新添加", "层级/核心");
    customers.tagged(customer, List.of("层级/核心"), List.of(), rooms.clock().instant());
    // when
    edited();
    edited();
    look();
    // then nothing is asked now, and later once
    assertThat(weCom.asked).isEmpty();
    rooms.pass(Duration.ofMinutes(10));
    look();
    assertThat(weCom.asked).containsExactly("wm-1");
    assertThat(worn()).containsExactly("层级/核心", "跟进/新添加");
    assertThat(looks.nextDue()).isEmpty();
  }

  @Test
  void shouldNotLetAnOldAnswerUndoWhatWeMarkedMeanwhile() {
    // given the answer is from before our mark
    shown("爱喝茶");
    weCom.onAsk =
        () -> customers.tagged(customer, List.of("跟进/已首单"), List.of(), rooms.clock().instant());
    // when
    edited();
    look();
    // then
    assertThat(worn()).containsExactly("跟进/已首单", "跟进/新添加");
    // and it is asked again
    weCom.onAsk = () -> {};
    shown("爱喝茶", "跟进/已首单");
    rooms.pass(Duration.ofSeconds(5));
    look();
    assertThat(worn()).containsExactly("爱喝茶", "跟进/已首单");
  }

  @Test
  void shouldNotLoseAnEventThatComesDuringTheLook() {
    // given
    shown("跟进/新添加");
    weCom.onAsk = this::edited;
    // when
    edited();
    look();
    // then
    assertThat(looks.nextDue()).isPresent();
  }

  @Test
  void shouldForgetWhoIsNoContactAndGiveUpVisibly() {
    // given
    edited();
    look();
    assertThat(looks.nextDue()).isEmpty();
    assertThat(worn()).containsExactly("跟进/新添加");
    // when WeCom is busy for long
    weCom.worn.put("wm-1", new CallResult.Retryable<>("-1", "busy", Duration.ofSeconds(1)));
    edited();
    for (int i = 0; i < 9; i++) {
      look();
      rooms.pass(Duration.ofSeconds(5));
    }
    // then
    assertThat(looks.nextDue()).isEmpty();
  }

  @Test
  void shouldFollowTheListWhenTagsAreRenamedAndGroupsDeleted() {
    // given
    weCom.has("跟进状态", new Tag("t1", "跟进/新添加"));
    weCom.has("会员", new Tag("t2", "VIP"));
    customers.tagged(customer, List.of("VIP"), List.of(), rooms.clock().instant());
    looks.corpTagsChanged();
    sync.runDue(rooms.clock().instant());
    assertThat(sync.nextDue()).contains(rooms.clock().instant().plus(Duration.ofDays(1)));
    // when
    weCom.groups.clear();
    weCom.has("跟进状态", new Tag("t1", "跟进/刚加"));
    looks.corpTagsChanged();
    rooms.pass(Duration.ofSeconds(1));
    sync.runDue(rooms.clock().instant());
    // then
    assertThat(worn()).containsExactly("跟进/刚加");
  }

  @Test
  void shouldKeepTheListAndTryAgainWhenWeComIsAway() {
    // given
    weCom.has("跟进状态", new Tag("t1", "跟进/新添加"));
    looks.corpTagsChanged();
    sync.runDue(rooms.clock().instant());
    // when
    weCom.down = true;
    looks.corpTagsChanged();
    sync.runDue(rooms.clock().instant());
    // then
    var board = rooms.get(TagDesk.class).board();
    assertThat(board.problem()).isEqualTo("-1 busy");
    assertThat(board.groups().getFirst().tags()).hasSize(1);
    assertThat(sync.nextDue()).contains(rooms.clock().instant().plus(Duration.ofMinutes(5)));
  }

  @Test
  void shouldShowTheSixGroupsAndCreateWithinTheLimit() {
    // given
    var desk = rooms.get(TagDesk.class);
    desk.create("营销活动", List.of("活动/a", "活动/b", "活动/c", "活动/d"), "ops");
    // when
    var board = desk.board();
    // then
    assertThat(board.groups()).hasSize(6);
    assertThat(board.groups().getLast().tags()).hasSize(4);
    assertThatThrownBy(() -> desk.create("营销活动", List.of("活动/e", "活动/f"), "ops"))
        .isInstanceOf(TagRefused.class)
        .hasMessage("4 + 2 tags (expected: at most 5)");
    assertThatThrownBy(() -> desk.rename("t-活动/a", "长".repeat(31), "ops"))
        .isInstanceOf(TagRefused.class);
    weCom.answer = new CallResult.Declined<>("81011", "not yours");
    assertThatThrownBy(() -> desk.delete("t-活动/a", "ops")).hasMessage("81011 not yours");
  }

  @Test
  void shouldLookAtAllContactsWhenAskedAtAPace() {
    // given
    var other = customers.byExternalUserId("wm-2");
    customers.added(other, "li.na", "store", rooms.clock().instant());
    customers.byExternalUserId("wm-3");
    shown("爱喝茶");
    // when
    int planned = rooms.get(TagDesk.class).syncAll("ops");
    look();
    // then
    assertThat(planned).isEqualTo(2);
    assertThat(weCom.asked).containsExactly("wm-1");
    assertThat(worn()).containsExactly("爱喝茶");
  }
}
