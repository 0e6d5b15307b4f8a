package dev.siyu.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.TestRooms;
import dev.siyu.calls.CallResult;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.wecom.StaffCards;
import dev.siyu.wecom.WeCom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CardDeliveryTest {

  private final FakeCardCalls weCom = new FakeCardCalls();
  private TestRooms rooms;
  private CardDelivery lane;

  @BeforeEach
  void open() {
    rooms =
        TestRooms.open(
            Map.of("siyu.app-messages.per-minute", 4, "siyu.app-messages.accounts", 1),
            context -> {
              context.registerBean(WeCom.class, FakeStaffPhones::new);
              context.registerBean(StaffCards.class, () -> weCom);
              context.registerBean(JourneyMessages.class, () -> announcements -> {});
            },
            "tasks");
    lane = rooms.get(CardDelivery.class);
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  @Test
  void shouldSendACardOnceAndNotMoreThanTheMinuteTakes() {
    // given
    for (int n = 0; n < 5; n++) {
      lane.show("li.na", card("A" + n, "v1"));
      lane.show("li.na", card("A" + n, "v1"));
    }

    // when
    run();

    // then
    assertThat(weCom.shown).as("half of the minute's 4").containsExactly("A0", "A1");

    // when
    pass(Duration.ofMinutes(3));

    // then
    assertThat(weCom.shown).containsExactlyInAnyOrder("A0", "A1", "A2", "A3", "A4");
  }

  @Test
  void shouldShowTheNewestFaceWithEachCodeOnce() {
    // given
    lane.show("li.na", card("A1", "v1"));
    run();

    // when
    lane.change(card("A1", "v2"), false);
    lane.change(card("A1", "v3"), false);
    run();
    lane.change(card("A1", "v4"), true);
    run();

    // then
    assertThat(weCom.changed).containsExactly("code-A1 v3");

    // when
    assertThat(lane.heard("A1", "pressed")).isTrue();
    run();

    // then
    assertThat(weCom.changed).containsExactly("code-A1 v3", "pressed v4");
    assertThat(lane.nextDue()).isEmpty();
    assertThat(lane.heard("B9", "other")).as("no card of ours").isFalse();
  }

  @Test
  void shouldNotUseACodeAfterThreeDays() {
    // given
    lane.show("li.na", card("A1", "v1"));
    run();

    // when
    rooms.pass(Duration.ofHours(73));
    lane.change(card("A1", "v2"), true);
    run();

    // then
    assertThat(weCom.changed).isEmpty();
    assertThat(lane.nextDue()).isEmpty();
  }

  @Test
  void shouldTryTheNextCodeWhenOneIsUsedUp() {
    // given
    lane.show("li.na", card("A1", "v1"));
    run();
    rooms.pass(Duration.ofSeconds(1));
    lane.heard("A1", "pressed");
    weCom.onChange.add(new CallResult.Declined<>("42022", "used"));

    // when
    lane.change(card("A1", "v2"), false);
    run();
    run();

    // then
    assertThat(weCom.changed).hasSize(2).last().isEqualTo("code-A1 v2");
  }

  @Test
  void shouldKeepACodeThatHadNoEffect() {
    // given
    lane.show("li.na", card("A1", "v1"));
    run();
    weCom.onChange.add(new CallResult.Retryable<>("45009", "often", Duration.ofMinutes(1)));

    // when
    lane.change(card("A1", "v2"), false);
    run();
    pass(Duration.ofMinutes(2));

    // then
    assertThat(weCom.changed).containsExactly("code-A1 v2", "code-A1 v2");
  }

  @Test
  void shouldNeverRepeatACallWithoutAnswerButListenToThePress() {
    // given
    weCom.onShow.add(new CallResult.Unknown<>("SIYU-3202", "no answer"));
    lane.show("li.na", card("A1", "v1"));

    // when
    run();
    pass(Duration.ofDays(1));
    lane.heard("A1", "pressed");
    lane.change(card("A1", "v2"), false);
    run();

    // then
    assertThat(weCom.shown).containsExactly("A1");
    assertThat(weCom.changed).as("it had arrived").containsExactly("pressed v2");
  }

  @Test
  void shouldCallOffWhatIsDecidedBeforeItWasSent() {
    // given: 22:00 in Shanghai
    rooms.pass(Duration.ofHours(12));
    lane.show("li.na", card("A1", "v1"));
    run();

    // when
    lane.change(card("A1", "over"), true);
    pass(Duration.ofHours(12));

    // then
    assertThat(weCom.shown).isEmpty();
  }

  @Test
  void shouldNotSleepOverAPressThatComesWhileItLooksForACode() {
    // given: the card's code is used up, so the next face finds none
    lane.show("li.na", card("A1", "v1"));
    run();
    lane.change(card("A1", "v2"), false);
    run();
    lane.change(card("A1", "v3"), false);
    var table = rooms.get(StaffCardTable.class);
    var seen = table.due(rooms.clock().instant()).getFirst();

    // when the press is recorded before the card is laid to rest
    lane.heard("A1", "pressed");
    table.later(seen, null, "no code");

    // then
    assertThat(lane.nextDue()).as("woken").isPresent();
    run();
    assertThat(weCom.changed).containsExactly("code-A1 v2", "pressed v3");
  }

  @Test
  void shouldCountAWaitingCardAsWaiting() {
    // given
    for (int n = 0; n < 3; n++) {
      lane.show("li.na", card("A" + n, "v1"));
    }

    // when half of the minute's 4 left
    run();

    // then
    var left = rooms.get(MessageRoom.class).left("li.na");
    assertThat(left.minute()).isZero();
    assertThat(left.waiting()).as("the third card").isEqualTo(1);
  }

  private void run() {
    lane.runDue(rooms.clock().instant());
  }

  private void pass(Duration time) {
    var end = rooms.clock().instant().plus(time);
    for (var due = lane.nextDue(); due.isPresent() && !due.get().isAfter(end); ) {
      var now = rooms.clock().instant();
      if (due.get().isAfter(now)) {
        rooms.pass(Duration.between(now, due.get()));
      }
      run();
      due = lane.nextDue();
    }
    rooms.pass(Duration.between(rooms.clock().instant(), end));
  }

  private static StaffCards.Card card(String task, String words) {
    return new StaffCards.Card(
        task,
        "审批",
        "价格申请",
        "",
        "",
        words,
        List.of(),
        "http://localhost/a/A1",
        List.of(StaffCards.Button.tells("同意", true, "approve")),
        "");
  }

  private static final class FakeCardCalls implements StaffCards {
    final List<String> shown = new ArrayList<>();
    final List<String> changed = new ArrayList<>();
    final Deque<CallResult<String>> onShow = new ArrayDeque<>();
    final Deque<CallResult<Boolean>> onChange = new ArrayDeque<>();

    @Override
    public CallResult<String> show(String staffUserId, Card card) {
      shown.add(card.taskId());
      var answer = onShow.poll();
      return answer == null ? new CallResult.Ok<>("code-" + card.taskId()) : answer;
    }

    @Override
    public CallResult<Boolean> change(String staffUserId, String responseCode, Card card) {
      changed.add(responseCode + " " + card.words());
      var answer = onChange.poll();
      return answer == null ? new CallResult.Ok<>(true) : answer;
    }
  }
}
