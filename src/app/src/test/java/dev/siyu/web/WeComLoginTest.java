package dev.siyu.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.access.People;
import dev.siyu.simulator.Settings;
import dev.siyu.simulator.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From a link on a card to the page behind it, through the simulated WeCom. */
@SpringBootTest(
    classes = Site.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "siyu.live-codes.create=false",
      "siyu.approvals.console=http://127.0.0.1:8080",
      "spring.config.import=optional:classpath:sample.yaml"
    })
class WeComLoginTest {

  private static final Simulator SIMULATOR = simulator();

  @LocalServerPort int port;
  @Autowired People people;

  @DynamicPropertySource
  static void simulated(DynamicPropertyRegistry registry) {
    registry.add("siyu.simulator.port", SIMULATOR::port);
  }

  private static Simulator simulator() {
    try {
      var data = Files.createTempDirectory("siyu-wecom-login-");
      return new Simulator(Settings.of(Map.of(), "--port=0", "--data=" + data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void close() throws IOException {
    SIMULATOR.close();
  }

  @Test
  void shouldOpenThePageAsThePersonWithThatWeComAccount() {
    // given
    var phone = new Browser(port);

    // when
    var asked = phone.get("/api/wecom-login?next=%2Fa%2FA1%3Fsay%3DREJECT");

    // then
    assertThat(asked.statusCode()).isEqualTo(302);
    assertThat(asked.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly", "SameSite=Lax", "Max-Age=300", "Path=/api/wecom-login");
    assertThat(place(asked))
        .contains("appid=sampleCorp00000001", "scope=snsapi_base", "agentid=1000002")
        .endsWith("#wechat_redirect");

    // when
    var entered = phone.get(backAs(asked, "li.qiang"));

    // then
    assertThat(place(entered)).isEqualTo("/a/A1?say=REJECT");
    assertThat(phone.get("/api/me").body()).contains("\"name\":\"ecom\"", "[\"MANAGER\"]");
    assertThat(phone.get("/api/people").statusCode()).as("the rights of a manager").isEqualTo(403);
  }

  @Test
  void shouldGiveASessionOfItsOwnAtLogin() {
    // given: a session from before
    var phone = Browser.of(port, "ops");
    var before = phone.cookies.get("SIYU_SESSION");

    // when
    enter(phone, "li.qiang");

    // then
    assertThat(phone.cookies.get("SIYU_SESSION")).isNotEqualTo(before);
    assertThat(phone.get("/api/me").body()).contains("\"name\":\"ecom\"");
  }

  @Test
  void shouldTakeAnAnswerOnce() {
    // given
    var phone = new Browser(port);
    var back = backAs(phone.get("/api/wecom-login?next=/a/A1"), "li.qiang");
    phone.get(back);
    phone.cookies.remove("SIYU_SESSION");

    // when, then
    assertThat(place(phone.get(back))).as("replayed").isEqualTo("/login?problem=SIYU-8115");
    assertThat(phone.get("/api/me").statusCode()).isEqualTo(401);

    // when the state is new and the code is not
    var fresh = backAs(phone.get("/api/wecom-login?next=/a/A1"), "li.qiang");
    var stale = fresh.replaceAll("code=[^&]*", "code=" + value(back, "code"));
    assertThat(place(phone.get(stale))).isEqualTo("/login?problem=SIYU-8118&next=%2Fa%2FA1");
  }

  @Test
  void shouldRefuseAStateOfAnotherBrowserAndOneThatIsTooOld() {
    // given: somebody lures a victim to the answer of their own login
    var attacker = new Browser(port);
    var lure = backAs(attacker.get("/api/wecom-login?next=/"), "li.qiang");
    var victim = new Browser(port);
    victim.get("/api/wecom-login?next=/");

    // then
    assertThat(place(victim.get(lure))).isEqualTo("/login?problem=SIYU-8115");
    assertThat(place(attacker.get(lure))).as("burnt").isEqualTo("/login?problem=SIYU-8115");
    assertThat(place(victim.get("/api/wecom-login/back?code=x&state=made-up")))
        .isEqualTo("/login?problem=SIYU-8115");

    // when
    var late = backAs(victim.get("/api/wecom-login?next=/"), "li.qiang");
    Site.NANOS.addAndGet(Duration.ofMinutes(5).plusSeconds(1).toNanos());

    // then
    assertThat(place(victim.get(late))).isEqualTo("/login?problem=SIYU-8115");
  }

  @Test
  void shouldLeadToNoOtherSite() {
    for (var evil : new String[] {"//evil", "https://evil", "/%5Cevil", "/%09/evil", "evil", ""}) {
      var answer = new Browser(port).get("/api/wecom-login?next=" + evil);
      if (evil.isEmpty()) {
        assertThat(place(answer)).as("nothing asked for").contains("authorize");
      } else {
        assertThat(answer.statusCode()).as(evil).isEqualTo(400);
      }
    }
  }

  @Test
  void shouldSayWhenAMemberHasNoAccountOrADisabledOne() {
    // given
    var phone = new Browser(port);

    // then
    assertThat(place(enter(phone, "nobody.here"))).isEqualTo("/login?problem=SIYU-8116&next=%2F");
    people.enable("store", false);
    assertThat(place(enter(phone, "zhou.min"))).isEqualTo("/login?problem=SIYU-8117&next=%2F");
    people.enable("store", true);
    assertThat(phone.get("/api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void shouldKnowTheAccountAnAdministratorEnters() {
    // given
    var admin = Browser.of(port, "admin");
    var phone = new Browser(port);

    // when, then: an account is one person's
    assertThat(admin.post("/api/people/ops/wecom", "{\"userId\":\"li.qiang\"}").statusCode())
        .isEqualTo(409);
    assertThat(admin.post("/api/people/ops/wecom", "{\"userId\":\"lin.ops\"}").statusCode())
        .isEqualTo(204);
    assertThat(place(enter(phone, "lin.ops"))).isEqualTo("/");
    assertThat(phone.get("/api/me").body()).contains("\"name\":\"ops\"");

    // when it is taken back
    admin.post("/api/people/ops/wecom", "{}");
    assertThat(phone.get("/api/me").statusCode()).as("the session it opened").isEqualTo(401);
    assertThat(place(enter(new Browser(port), "lin.ops")))
        .isEqualTo("/login?problem=SIYU-8116&next=%2F");
  }

  @Test
  void shouldAskForNoPasswordThatNobodyUsed() {
    // given: somebody has a one-time password
    var before = people.find("boss").orElseThrow().passwordHash();
    var desk = Browser.of(port, "boss");
    Browser.of(port, "admin")
        .post("/api/people/boss/password", "{\"password\":\"correct horse battery\"}");
    assertThat(desk.get("/api/overview").body()).contains("SIYU-5006");

    // when
    var phone = new Browser(port);
    enter(phone, "wang.zong");

    // then
    assertThat(phone.get("/api/me").body()).contains("\"mustChangePassword\":false");
    assertThat(phone.get("/api/overview").statusCode()).isEqualTo(200);
    assertThat(place(desk.get("/api/wecom-login"))).as("the other way in").contains("authorize");
    people.setPassword("boss", before, false);
  }

  @Test
  void shouldNotAskWeComAboutACodeThatCannotBeOne() {
    for (var code : new String[] {"", "x".repeat(513)}) {
      var phone = new Browser(port);
      var back = backAs(phone.get("/api/wecom-login?next=/a/A1"), "li.qiang");
      assertThat(place(phone.get(back.replaceAll("code=[^&]*", "code=" + code))))
          .isEqualTo("/login?problem=SIYU-8118&next=%2Fa%2FA1");
    }
  }

  @Test
  void shouldStopAnAddressWhoseLoginsComeToNothing() {
    // given: a window in which nothing happened yet, then an office where everybody gets in
    Site.NANOS.addAndGet(Duration.ofMinutes(6).toNanos());
    for (int i = 0; i < 51; i++) {
      assertThat(place(enter(new Browser(port), "li.qiang"))).isEqualTo("/");
    }

    // when
    for (int i = 0; i < 50; i++) {
      assertThat(place(new Browser(port).get("/api/wecom-login"))).contains("authorize");
    }

    // then
    assertThat(place(new Browser(port).get("/api/wecom-login?next=/a/A1")))
        .isEqualTo("/login?problem=SIYU-8160&next=%2Fa%2FA1");
    Site.NANOS.addAndGet(Duration.ofMinutes(6).toNanos());
    assertThat(place(new Browser(port).get("/api/wecom-login"))).contains("authorize");
  }

  @Test
  void shouldBeginWhereWeComLeadsBackTo() {
    // given
    var phone = new Browser(port, "localhost");

    // when
    var sent = phone.get("/api/wecom-login?next=/a/A1%3Fx");

    // then
    assertThat(place(sent))
        .isEqualTo("http://127.0.0.1:8080/api/wecom-login?moved=true&next=%2Fa%2FA1%3Fx");
    assertThat(place(phone.get("/api/wecom-login?moved=true&next=/")))
        .as("once: a proxy may hide the host")
        .contains("authorize");
  }

  private HttpResponse<String> enter(Browser phone, String member) {
    return phone.get(backAs(phone.get("/api/wecom-login?next=/"), member));
  }

  /** What the member's WeCom opens next, without the host. */
  private static String backAs(HttpResponse<String> asked, String member) {
    var address = URI.create(place(asked).replace("#wechat_redirect", ""));
    var request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("userid=" + member))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var back = URI.create(place(http.send(request, HttpResponse.BodyHandlers.ofString())));
      return back.getRawPath() + "?" + back.getRawQuery();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String place(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("none: " + answer.statusCode());
  }

  private static String value(String address, String name) {
    return address.replaceAll(".*[?&]" + name + "=([^&]*).*", "$1");
  }
}
