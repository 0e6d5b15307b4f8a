package dev.siyu.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.WeCom.MassSendResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mass-send tasks through our connector against the simulator, over real HTTP. */
class SimulatedMassSendTest {

  private SimulatedStaff weCom;
  private WxWeCom calls;
  private MassSendTasks tasks;

  @BeforeEach
  void open(@TempDir Path data) throws IOException {
    weCom = new SimulatedStaff(data, "--staff-confirm=manual");
    var lines = weCom.lines(Duration.ofSeconds(5));
    calls = new WxWeCom(lines);
    tasks = new WxMassSendTasks(lines);
    weCom.add("wm-1", "li.na");
  }

  @AfterEach
  void close() throws IOException {
    weCom.close();
  }

  private String created() {
    return ((CallResult.Ok<String>) calls.createMassSend("li.na", List.of("wm-1"), "新品")).value();
  }

  private static String code(CallResult<Boolean> result) {
    return result instanceof CallResult.Declined<Boolean> no ? no.code() : result.toString();
  }

  @Test
  void shouldRemindThreeTimesAndNoMore() {
    // given
    var msgId = created();
    // when
    var reminders = Stream.generate(() -> tasks.remind(msgId)).limit(4).toList();
    // then
    assertThat(reminders.subList(0, 3)).containsOnly(new CallResult.Ok<>(true));
    assertThat(code(reminders.getLast())).isEqualTo(MassSendTasks.REMINDERS_USED);
  }

  @Test
  void shouldCancelOnceAndThenShowItUnsent() {
    // given
    var msgId = created();
    // when
    var first = tasks.cancel(msgId);
    var second = tasks.cancel(msgId);
    // then
    assertThat(first).isEqualTo(new CallResult.Ok<>(true));
    assertThat(code(second)).isEqualTo(MassSendTasks.NOTHING_TO_CANCEL);
    assertThat(calls.massSendResults(msgId, "li.na"))
        .isEqualTo(new CallResult.Ok<>(List.of(new MassSendResult("wm-1", 0))));
  }

  @Test
  void shouldNotCancelWhatTheMemberSent() {
    // given
    var msgId = created();
    weCom.post(
        "/sim/wecom/confirmations", "{\"msgId\":\"" + msgId + "\",\"staffUserId\":\"li.na\"}");
    // when
    var cancelled = tasks.cancel(msgId);
    // then
    assertThat(code(cancelled)).isEqualTo(MassSendTasks.NOTHING_TO_CANCEL);
    assertThat(calls.massSendResults(msgId, "li.na"))
        .isEqualTo(new CallResult.Ok<>(List.of(new MassSendResult("wm-1", 1))));
  }
}
