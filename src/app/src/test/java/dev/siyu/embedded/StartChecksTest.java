package dev.siyu.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
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

  private MockEnvironment onStage() {
    return new MockEnvironment()
        .withProperty("siyu.rehearsal.order", folder.resolve("order.json").toString())
        .withProperty("siyu.clock.stands-at", "2026-12-06T16:00:00Z");
  }

  private EmbeddedSettings onStage(String name, String value) {
    return settings("siyu.simulator.enabled", "true", name, value);
  }

  private EmbeddedSettings ofStage() {
    return onStage("siyu.data", folder.resolve("data").toString());
  }

  @Test
  void shouldPlayARehearsalOnlyWithItsOwnThrowAwayParts() {
    // what the console starts
    StartChecks.rehearsal(ofStage(), onStage());

    // then nothing real
    Map.of(
            "siyu.wecom.base-url", "https://qyapi.weixin.qq.com",
            "siyu.mall.base-url", "https://mall.example.com",
            "siyu.wxstore.base-url", "https://api.weixin.qq.com",
            "siyu.youzan.base-url", "https://open.youzanyun.com",
            "spring.datasource.url", "jdbc:postgresql://db/siyu",
            "siyu.media.store", "s3",
            "siyu.clock.stands-at", "")
        .forEach(
            (name, value) ->
                assertThatThrownBy(
                        () -> StartChecks.rehearsal(ofStage(), onStage().withProperty(name, value)))
                    .as(name)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("SIYU-3700")
                    .hasMessageContaining(name));
    assertThatThrownBy(() -> StartChecks.rehearsal(onStage("siyu.mode", "live"), onStage()))
        .hasMessageContaining("siyu.mode");
    assertThatThrownBy(
            () -> StartChecks.rehearsal(onStage("siyu.engine.mode", "external"), onStage()))
        .hasMessageContaining("siyu.engine.mode");
    assertThatThrownBy(() -> StartChecks.rehearsal(onStage("siyu.data", "/tmp/kept"), onStage()))
        .hasMessageContaining("siyu.data");
  }

  @Test
  void shouldForceToTheDiskWhateverIsNoRehearsal() {
    assertThatThrownBy(
            () ->
                StartChecks.rehearsal(
                    settings("siyu.postgres.durable", "false"), new MockEnvironment()))
        .hasMessageContaining("siyu.postgres.durable: false (expected: true");
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

  private EmbeddedSettings settings(String... more) {
    Map<String, String> all = new HashMap<>();
    all.put("siyu.data", folder.toString());
    all.put("siyu.simulator.enabled", "false");
    all.put("siyu.clock.tick", "1s");
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return new Binder(new MapConfigurationPropertySource(all))
        .bindOrCreate("siyu", EmbeddedSettings.class);
  }
}
