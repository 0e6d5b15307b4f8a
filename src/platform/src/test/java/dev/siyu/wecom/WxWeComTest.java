package dev.siyu.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.calls.CallResult;
import dev.siyu.calls.Connector;
import dev.siyu.time.SiyuClock;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Isolated("times what it waits for")
class WxWeComTest {

  private final SiyuClock clock =
      new SiyuClock(
          Clock.fixed(Instant.parse("2026-12-01T02:00:00Z"), ZoneOffset.UTC), Duration.ZERO);
  private TestWeCom server;
  private WxWeCom weCom;

  @BeforeEach
  void open() throws IOException {
    server = new TestWeCom();
    weCom = new WxWeCom(new WeComLines(server.settings(), clock));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private <R> List<R> atOnce(int threads, Callable<R> work) throws Exception {
    try (var pool = Executors.newFixedThreadPool(threads)) {
      return pool.invokeAll(Collections.nCopies(threads, work)).stream()
          .map(future -> future.resultNow())
          .toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-1, Retryable",
    "6000, Retryable",
    "40014, Retryable",
    "42001, Retryable",
    "45033, Retryable",
    "41096, Retryable",
    "45009, Retryable",
    "41050, Declined",
    "41051, Declined",
    "41048, Declined",
    "41063, Declined",
    "41093, Declined",
    "41094, Declined",
    "84061, Declined",
    "40100, Declined",
    "40128, Declined",
    "40129, Declined",
    "40097, Declined",
    "40098, Declined",
    "40099, Declined",
    "40130, Declined",
    "40131, Declined",
    "40143, Declined",
    "84074, Declined",
    "90500, Declined",
    "90501, Declined",
    "90502, Declined",
    "90503, Declined",
    "90504, Declined",
    "90505, Declined",
    "90506, Declined",
    "90507, Declined",
    "90508, Declined",
    "90509, Declined",
    "90510, Declined",
    "90511, Declined",
    "40001, Broken",
    "40013, Broken",
    "40096, Broken",
    "60020, Broken",
    "41041, Broken",
    "41045, Broken",
    "41044, Broken",
    "41054, Broken",
    "40029, Declined",
    "40050, Declined",
    "42003, Declined",
    "42014, Declined",
    "42022, Declined",
    "49008, Declined",
    "41055, Broken",
    "41091, Broken",
    "40003, Broken",
    "41060, Broken",
    "41061, Declined",
    "41062, Declined",
    "41064, Broken",
    "41065, Broken",
    "81011, Declined",
    "41072, Broken",
    "41078, Retryable",
    "40071, Declined",
    "41079, Retryable",
    "41080, Broken",
    "41081, Broken",
    "41082, Broken",
    "41089, Broken",
    "48002, Broken",
    "99999, Broken"
  })
  void shouldEndAsThePolicySays(int code, String ending) {
    // given
    server.answers.put("send_welcome_msg", token -> TestWeCom.error(code));
    // when
    var result = weCom.sendWelcome("code", "hello");
    // then
    assertThat(result.getClass().getSimpleName()).isEqualTo(ending);
    int tries = code == 40014 || code == 42001 ? 2 : 1;
    assertThat(server.calls("send_welcome_msg")).as("no hidden retries").isEqualTo(tries);
  }

  @Test
  void shouldSendAndReportItselfUp() {
    // when
    var result = weCom.sendWelcome("code", "hello");
    // then
    assertThat(result).isEqualTo(new CallResult.Ok<>(true));
    assertThat(weCom.health().state()).isEqualTo(Connector.State.UP);
    assertThat(weCom.health().lastSuccessAt()).isEqualTo(clock.instant());
  }

  @Test
  void shouldRenewTheTokenOnceForFiftyThreads() throws Exception {
    // given: WeCom forgot the first token
    weCom.sendWelcome("code", "hello");
    server.answers.put(
        "send_welcome_msg",
        token -> "T1".equals(token) ? TestWeCom.error(42001) : TestWeCom.ok(""));
    // when
    var results = atOnce(50, () -> weCom.sendWelcome("code", "hello"));
    // then
    assertThat(results).allMatch(new CallResult.Ok<>(true)::equals);
    assertThat(server.calls("gettoken")).as("first token and one renewal").isEqualTo(2);
  }

  @Test
  void shouldRenewTheTokenOnceForAThousandThreadsOfAllInterfaces() throws Exception {
    // given: WeCom forgot the first token
    var lines = new WeComLines(server.settings(), clock);
    var one = new WxWeCom(lines);
    var other = new WxMassSendTasks(lines);
    one.sendWelcome("code", "hello");
    for (var api : List.of("send_welcome_msg", "remind_groupmsg_send")) {
      server.answers.put(
          api, token -> "T1".equals(token) ? TestWeCom.error(40014) : TestWeCom.ok(""));
    }
    var number = new AtomicInteger();
    // when
    var results =
        atOnce(
            1_000,
            () ->
                number.incrementAndGet() % 2 == 0
                    ? one.sendWelcome("code", "hello")
                    : other.remind("m1"));
    // then
    assertThat(results).allMatch(new CallResult.Ok<>(true)::equals);
    assertThat(server.calls("gettoken")).as("first token and one renewal").isEqualTo(2);
  }

  @Test
  void shouldHoldBackEveryInterfaceAfter45009() {
    // given
    var lines = new WeComLines(server.settings(), clock);
    server.answers.put("remind_groupmsg_send", token -> TestWeCom.error(45009));
    new WxMassSendTasks(lines).remind("m1");
    // when
    var other = new WxWeCom(lines).sendAppMessage("li.na", "hello");
    // then
    assertThat(other).isInstanceOf(CallResult.Retryable.class);
    assertThat(server.calls("send")).as("nothing was sent").isZero();
  }

  @Test
  void shouldShareOneFailedTokenFetch() throws Exception {
    // given
    server.answers.put("gettoken", token -> TestWeCom.error(40001));
    // when
    var results = atOnce(50, () -> weCom.sendWelcome("code", "hello"));
    // then
    assertThat(results).allMatch(CallResult.Broken.class::isInstance);
    assertThat(server.calls("gettoken")).isEqualTo(1);
    assertThat(server.calls("send_welcome_msg")).isZero();
  }

  @Test
  void shouldFetchATokenBeforeTheOldOneEnds() {
    // given
    weCom.sendWelcome("code", "hello");
    // when
    clock.setOffset(Duration.ofSeconds(6901));
    weCom.sendWelcome("code", "hello");
    // then
    assertThat(server.calls("gettoken")).isEqualTo(2);
  }

  @Test
  void shouldNotKnowWhatHappenedWhenNoAnswerComes() {
    // given
    var never = new CountDownLatch(1);
    server.answers.put("send_welcome_msg", token -> waited(never));
    server.answers.put("get", token -> waited(never));
    // when
    var change = weCom.sendWelcome("code", "hello");
    var read = weCom.contact("wm-1");
    never.countDown();
    // then
    assertThat(change).isInstanceOf(CallResult.Unknown.class);
    assertThat(read).as("a look-up can be repeated").isInstanceOf(CallResult.Retryable.class);
    assertThat(server.calls("send_welcome_msg")).isEqualTo(1);
    assertThat(weCom.health().state()).isEqualTo(Connector.State.FAILING);
  }

  private static String waited(CountDownLatch latch) {
    try {
      latch.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return TestWeCom.ok("");
  }

  @Test
  void shouldTryAgainWhenNobodyListens() throws IOException {
    // given
    weCom.sendWelcome("code", "hello");
    server.close();
    int free;
    try (var socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    var settings =
        TestWeCom.settings(
            "http://127.0.0.1:" + free, "t", server.settings().callbackAesKey(), "corp");
    // when
    var result = new WxWeCom(new WeComLines(settings, clock)).sendWelcome("code", "hello");
    // then
    assertThat(result).isInstanceOf(CallResult.Retryable.class);
  }

  @ParameterizedTest
  @CsvSource({"500, Unknown", "502, Unknown", "503, Retryable", "429, Retryable"})
  void shouldTellAServerErrorFromARefusal(int status, String ending) {
    // given
    server.status = status;
    // when
    var result = weCom.sendWelcome("code", "hello");
    // then
    assertThat(result.getClass().getSimpleName()).isEqualTo(ending);
  }

  @Test
  void shouldNotBelieveAPageThatIsNotWeComs() {
    // given
    server.answers.put("send_welcome_msg", token -> "<html>proxy</html>");
    // when
    var result = weCom.sendWelcome("code", "hello");
    // then
    assertThat(result).isInstanceOf(CallResult.Unknown.class);
  }

  @Test
  void shouldHoldBackEverybodyAfter45009() {
    // given
    server.answers.put("send_welcome_msg", token -> TestWeCom.error(45009));
    weCom.sendWelcome("code", "hello");
    // when
    var other = weCom.createMassSend("li.na", List.of("wm-1"), "hello");
    // then
    assertThat(other)
        .isEqualTo(new CallResult.Retryable<>("45009", "everybody pauses", Duration.ofMinutes(1)));
    assertThat(server.calls("add_msg_template")).isZero();
    clock.setOffset(Duration.ofMinutes(1));
    server.answers.put("add_msg_template", token -> TestWeCom.ok("\"msgid\":\"m1\","));
    assertThat(weCom.createMassSend("li.na", List.of("wm-1"), "hello"))
        .isEqualTo(new CallResult.Ok<>("m1"));
  }

  @Test
  void shouldMarkAtMostFiveAtTheSameTime() throws Exception {
    // given
    var now = new AtomicInteger();
    var most = new AtomicInteger();
    server.answers.put("get_corp_tag_list", token -> TestWeCom.ok("\"tag_group\":[],"));
    server.answers.put(
        "add_corp_tag",
        token ->
            TestWeCom.ok(
                """
                "tag_group":{"group_name":"Siyu","tag":[{"id":"et1","name":"新客"}]},\
                """));
    var gate = new CountDownLatch(5);
    server.answers.put(
        "mark_tag",
        token -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          gate.countDown();
          await(gate);
          now.decrementAndGet();
          return TestWeCom.ok("");
        });
    // when
    var results = atOnce(20, () -> weCom.markTags("li.na", "wm-1", List.of("新客"), List.of()));
    // then
    assertThat(results).allMatch(new CallResult.Ok<>(true)::equals);
    assertThat(most).hasValue(5);
    assertThat(server.calls("add_corp_tag")).as("created once").isEqualTo(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(200, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void shouldDeclineWhenTheTaskReachesNobody() {
    // given
    server.answers.put(
        "add_msg_template", token -> TestWeCom.ok("\"fail_list\":[\"wm-1\"],\"msgid\":\"m1\","));
    // when
    var result = weCom.createMassSend("li.na", List.of("wm-1"), "hello");
    // then
    assertThat(result).isInstanceOf(CallResult.Declined.class);
  }

  @Test
  void shouldReadContactsAndResults() {
    // given
    server.answers.put(
        "get",
        token ->
            TestWeCom.ok(
                """
                "external_contact":{"external_userid":"wm-1","name":"小明","unionid":"u-1"},
                "follow_user":[{"userid":"li.na"}],\
                """));
    server.answers.put(
        "get_groupmsg_send_result",
        token -> TestWeCom.ok("\"send_list\":[{\"external_userid\":\"wm-1\",\"status\":1}],"));
    // when
    var contact = weCom.contact("wm-1");
    var results = weCom.massSendResults("m1", "li.na");
    // then
    assertThat(contact)
        .isEqualTo(new CallResult.Ok<>(new WeCom.Contact("wm-1", "小明", "u-1", List.of("li.na"))));
    assertThat(results)
        .isEqualTo(new CallResult.Ok<>(List.of(new WeCom.MassSendResult("wm-1", 1))));
  }
}
