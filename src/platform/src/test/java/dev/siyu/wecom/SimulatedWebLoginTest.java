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
