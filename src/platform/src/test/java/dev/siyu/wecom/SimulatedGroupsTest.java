package dev.siyu.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.GroupChats.Member;
import dev.siyu.wecom.JoinWays.Way;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups, ways into them and their welcomes over real HTTP: each limit met once. */
class SimulatedGroupsTest {

  private static final Way WAY = new Way("vip", "会员群", List.of("wr1"), true, "会员群", 2);

  private SimulatedStaff wecom;
  private GroupChats chats;
  private JoinWays ways;
  private GroupWelcomes welcomes;

  @BeforeEach
  void open(@TempDir Path data) throws IOException {
    wecom =
        new SimulatedStaff(
            data, "--contact-ways=1", "--group-welcomes=1", "--staff-confirm=manual");
    var lines = wecom.lines(Duration.ofSeconds(2));
    chats = new WxGroupChats(lines);
    ways = new WxJoinWays(lines);
    welcomes = new WxGroupWelcomes(lines);
    wecom.add("wm1", "li.na");
    group("wr1", "li.na");
    group("wr2", "wang.fang");
  }

  @AfterEach
  void close() throws IOException {
    wecom.close();
  }

  private void group(String chatId, String owner) {
    wecom.post(
        "/sim/wecom/groups",
        "{\"chatId\":\"%s\",\"name\":\"会员群\",\"owner\":\"%s\"}".formatted(chatId, owner));
  }

  private static <T> T ok(CallResult<T> result) {
    assertThat(result).isInstanceOf(CallResult.Ok.class);
    return ((CallResult.Ok<T>) result).value();
  }

  private static void assertCode(CallResult<?> result, String code) {
    switch (result) {
      case CallResult.Broken<?> broken -> assertThat(broken.code()).isEqualTo(code);
      case CallResult.Declined<?> no -> assertThat(no.code()).isEqualTo(code);
      default -> assertThat(result).as("expected " + code).isNull();
    }
  }

  @Test
  void shouldListGroupsAndTheirMembers() {
    // when
    wecom.post("/sim/wecom/group-joins", "{\"chatId\":\"wr1\",\"externalUserId\":\"wm1\"}");
    // then
    assertThat(ok(chats.all(List.of()))).containsExactly("wr1", "wr2");
    assertThat(ok(chats.all(List.of("wang.fang")))).containsExactly("wr2");
    var seen = ok(chats.get("wr1"));
    assertThat(seen.owner()).isEqualTo("li.na");
    assertThat(seen.members()).extracting(Member::memberId).containsExactly("li.na", "wm1");
    assertThat(seen.members()).extracting(Member::staff).containsExactly(true, false);
    assertThat(seen.members()).extracting(Member::name).contains("小明");
  }

  @Test
  void shouldSayThatAGroupIsGone() {
    // when
    wecom.post("/sim/wecom/group-changes", "{\"chatId\":\"wr1\",\"change\":\"dismiss\"}");
    // then
    assertCode(chats.get("wr1"), "49008");
    assertCode(chats.get("nowhere"), "40050");
    assertThat(ok(chats.all(List.of()))).containsExactly("wr2");
  }

  @Test
  void shouldReadGroupsBeyondOnePage() {
    // given
    IntStream.range(0, 1_003).forEach(i -> group("more" + i, "li.na"));
    // then
    assertThat(ok(chats.all(List.of()))).hasSize(1_005).doesNotHaveDuplicates();
  }

  @Test
  void shouldCreateChangeAndDeleteAWay() {
    // when
    var config = ok(ways.add(WAY));
    // then
    var known = ok(ways.get(config));
    assertThat(known.way()).isEqualTo(WAY);
    assertThat(known.qrCode()).startsWith("https://").contains(config);
    // when
    var changed = new Way("vip", "会员群", List.of("wr2", "wr1"), false, "群", 7);
    assertThat(ways.update(config, changed)).isEqualTo(new CallResult.Ok<>(true));
    assertThat(ok(ways.get(config)).way()).isEqualTo(changed);
    assertCode(ways.add(WAY), "41045");
    // then
    assertThat(List.of(ways.delete(config), ways.delete(config)))
        .containsOnly(new CallResult.Ok<>(true));
    assertCode(ways.update(config, WAY), "41044");
  }

  @Test
  void shouldMeetTheLimitOfGroupsBehindAWay() {
    var six = IntStream.range(0, 6).mapToObj(i -> "wr1").toList();
    assertCode(ways.add(new Way("s", "", six, true, "", 1)), "41091");
    assertCode(ways.add(new Way("s".repeat(31), "", List.of("wr1"), true, "", 1)), "40058");
  }

  @Test
  void shouldSendToAGroupOnlyWhenTheOwnerConfirmed() {
    // given
    var msgId = ok(chats.send("li.na", List.of("wr1"), "周一好", List.of()));
    assertThat(ok(chats.results(msgId, "li.na")))
        .containsExactly(new GroupChats.SendResult("wr1", 0));
    // when
    wecom.post("/staff/li.na/confirm", "msgId=" + msgId);
    // then
    assertThat(ok(chats.results(msgId, "li.na")))
        .containsExactly(new GroupChats.SendResult("wr1", 1));
    assertCode(chats.send("li.na", List.of("wr2"), "周一好", List.of()), "41048");
    var crowd = IntStream.range(0, 2_001).mapToObj(i -> "wr" + i).toList();
    assertCode(chats.send("li.na", crowd, "周一好", List.of()), "40058");
  }

  @Test
  void shouldKeepGroupWelcomes() {
    // when
    var id = ok(welcomes.add("欢迎入群", true));
    assertCode(welcomes.add("再来一条", true), "41055");
    assertThat(welcomes.edit(id, "欢迎")).isEqualTo(new CallResult.Ok<>(true));
    // then
    assertThat(ok(welcomes.get(id))).isEqualTo("欢迎");
    assertThat(welcomes.delete(id)).isEqualTo(new CallResult.Ok<>(true));
    assertCode(welcomes.get(id), "40058");
  }
}
