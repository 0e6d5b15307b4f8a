package dev.siyu.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.calls.CallResult;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedWebLoginTest {

  private static final URI BACK = URI.create("https://siyu.example/api/wecom-login/back");
  private static final URI WECOM = URI.create("https://open.example/connect/oauth2/authorize");

  private SimulatedStaff staff;
  private WebLogin login;

  @BeforeEach
  void open(@TempDir Path data) throws IOException {
    staff = new SimulatedStaff(data);
    login = login(new WebLoginSettings(true, WECOM));
  }

  @AfterEach
  void close() throws IOException {
    staff.close();
  }

  private WebLogin login(WebLoginSettings settings) {
    return new WxWebLogin(staff.lines(Duration.ofSeconds(2)), settings);
  }

  @Test
  void shouldSendTheWebViewWhereWeComWantsIt() {
    assertThat(login.isOn()).isTrue();
    assertThat(login.authorize(BACK, "abc"))
        .hasToString(
            "https://open.example/connect/oauth2/authorize?appid=sampleCorp00000001"
                + "&redirect_uri=https%3A%2F%2Fsiyu.example%2Fapi%2Fwecom-login%2Fback"
                + "&response_type=code&scope=snsapi_base&state=abc&agentid=1000002#wechat_redirect");
  }

  @Test
  void shouldTellTheMemberOnce() {
    // given
    var code = staff.loginCode("li.qiang");

    // then
    assertThat(login.member(code)).isEqualTo(new CallResult.Ok<>("li.qiang"));
    assertThat(login.member(code)).isInstanceOfSatisfying(CallResult.Declined.class, this::used);
    assertThat(login.member("made&up"))
        .isInstanceOfSatisfying(CallResult.Declined.class, this::used);
  }

  @Test
  void shouldStopNoOtherInterfaceWhenItIsAskedTooOften() {
    // given: strangers used up what WeCom allows for this one
    var lines = staff.lines(Duration.ofSeconds(2));
    var ours = new WxWebLogin(lines, new WebLoginSettings(true, WECOM));
    staff.post(
        "/sim/faults",
        "{\"target\":\"wecom\",\"endpoint\":\"getuserinfo\",\"kind\":\"errcode\",\"code\":45009,\"times\":1}");

    // when
    var first = ours.member("made-up");

    // then
    assertThat(first).isInstanceOf(CallResult.Retryable.class);
    assertThat(ours.member("made-up")).as("pauses").isInstanceOf(CallResult.Retryable.class);
    assertThat(lines.caller().call(Caller.Effect.READS, () -> "sent"))
        .as("cards and customers go on")
        .isEqualTo(new CallResult.Ok<>("sent"));
  }

  @Test
  void shouldTakeWhoIsOutsideTheCompanyForNoMember() {
    // given
    var code = staff.loginCode("li.qiang");
    staff.post("/sim/wecom/members", "{\"userId\":\"li.qiang\",\"state\":\"LEFT\"}");

    // then
    assertThat(login.member(code))
        .isInstanceOfSatisfying(
            CallResult.Declined.class, no -> assertThat(no.code()).isEqualTo("NOT_A_MEMBER"));
  }

  private void used(CallResult.Declined<?> no) {
    assertThat(no.code()).isEqualTo("40029");
  }

  @Test
  void shouldSwitchItOffAndRefuseAnAddressThatIsNone() {
    assertThat(login(new WebLoginSettings(false, WECOM)).isOn()).isFalse();
    assertThatThrownBy(() -> new WebLoginSettings(true, URI.create("open.weixin.qq.com")))
        .hasMessageContaining("siyu.wecom.web-login.authorize-url");
  }
}
