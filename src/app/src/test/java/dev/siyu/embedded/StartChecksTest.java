package dev.siyu.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.env.MockEnvironment;

class StartChecksTest {

  private final Path folder;

  StartChecksTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldNameTheTakenPortItsSettingAndItsHolder() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // given
      var environment =
          new MockEnvironment().withProperty("server.port", String.valueOf(taken.getLocalPort()));

      // when / then
      assertThatThrownBy(
              () -> StartChecks.ports(settings("siyu.engine.mode", "external"), environment, false))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("SIYU-1003")
          .hasMessageContaining("端口已被占用")
          .hasMessageContaining(String.valueOf(taken.getLocalPort()))
          .hasMessageContaining("server.port")
          .hasMessageContaining("pid " + ProcessHandle.current().pid());
    }
  }

  @Test
  void shouldRefuseADiskThatIsTooSmall() {
    assertThatThrownBy(() -> StartChecks.disk(settings("siyu.min-free-disk", "900TB")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("SIYU-1002")
        .hasMessageContaining("at least");
  }

  @Test
  void shouldRefuseAnOldJava() {
    assertThatThrownBy(() -> StartChecks.java(17)).hasMessageContaining("SIYU-1001");
  }

  @Test
  void shouldRefuseSampleSettingsInLiveMode() {
    // given
    var environment =
        new MockEnvironment()
            .withProperty("siyu.wecom.base-url", "http://127.0.0.1:8090")
            .withProperty("siyu.sample-users", "true");

    // when / then
    assertThatThrownBy(() -> StartChecks.live(settings("siyu.mode", "live"), environment))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("SIYU-1006")
        .hasMessageContaining("siyu.wecom.base-url")
        .hasMessageContaining("siyu.mall.base-url")
        .hasMessageContaining("siyu.sample-users");
  }

  @Test
  void shouldLetOnlyOneSiyuRunOnADataDirectory() throws IOException {
    try (DataLock first = DataLock.take(folder)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> DataLock.take(folder))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("SIYU-1004")
          .hasMessageContaining(String.valueOf(ProcessHandle.current().pid()));
    }
    DataLock.take(folder).close();
  }

  private EmbeddedSettings settings(String name, String value) {
    var source =
        new MapConfigurationPropertySource(
            Map.of(
                "siyu.data",
                folder.toString(),
                "siyu.simulator.enabled",
                "false",
                "siyu.clock.tick",
                "1s",
                name,
                value));
    return new Binder(source).bindOrCreate("siyu", EmbeddedSettings.class);
  }
}
