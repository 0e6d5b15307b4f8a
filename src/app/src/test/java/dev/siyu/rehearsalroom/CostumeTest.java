package dev.siyu.rehearsalroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.embedded.PidFile;
import dev.siyu.rehearsals.Scenario;
import dev.siyu.rehearsals.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

class CostumeTest {

  private static final RoomSettings SETTINGS =
      new RoomSettings(
          Duration.ofHours(1),
          DataSize.ofMegabytes(640),
          DataSize.ofMegabytes(768),
          DataSize.ofMegabytes(256));
  private static final Stage.Order ORDER =
      new Stage.Order(
          7,
          "first-order",
          List.of(),
          "from=2010-12-01",
          List.of(),
          null,
          0,
          Instant.parse("2026-12-06T16:00:00Z"),
          Duration.ofMinutes(30),
          new Scenario.People(
              Duration.ofHours(2), 100, Duration.ofHours(4), 90, Duration.ofMinutes(5)));

  private final Path folder;

  CostumeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldHandOnTheRulesOfThisInstallationAndNothingThatReachesTheOutside() {
    // given a live product
    var live =
        new MockEnvironment()
            .withProperty("siyu.mode", "live")
            .withProperty("siyu.rules.mass-sends-per-week", "2")
            .withProperty("siyu.core.places", "30")
            .withProperty("siyu.wecom.base-url", "https://qyapi.weixin.qq.com")
            .withProperty("siyu.wecom.contact-secret", "real")
            .withProperty("siyu.mall.api-key", "real")
            .withProperty("siyu.phone-key", "real")
            .withProperty("spring.datasource.url", "jdbc:postgresql://db/siyu");

    // when
    var arguments = new Costume(SETTINGS, live).arguments(ORDER, new Papers(folder));

    // then
    assertThat(arguments)
        .contains(
            "--siyu.rules.mass-sends-per-week=2",
            "--siyu.core.places=30",
            "--siyu.mode=sample",
            "--siyu.postgres.durable=false",
            "--siyu.sample-groups=false",
            "--siyu.clock.stands-at=2026-12-06T16:00:00Z")
        .noneMatch(argument -> argument.contains("real") || argument.contains("https"))
        .noneMatch(argument -> argument.startsWith("--spring.datasource"));
    assertThat(arguments.stream().filter(one -> one.contains("port=")).distinct()).hasSize(8);
  }

  @Test
  void shouldEndAndDeleteWhatAKilledAppLeftBehind() throws IOException, InterruptedException {
    // given
    var left = Files.createDirectories(folder.resolve("rehearsals/3/data/run"));
    var orphan = new ProcessBuilder("sleep", "600").start();
    new PidFile(left.resolve("postgres.pid")).write(orphan.toHandle());

    // when
    new ChildStage(SETTINGS, new Costume(SETTINGS, new MockEnvironment()), folder).clear();

    // then
    assertThat(orphan.waitFor(10, TimeUnit.SECONDS)).as("it is ended").isTrue();
    assertThat(folder.resolve("rehearsals/3")).doesNotExist();
  }
}
