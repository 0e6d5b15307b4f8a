package dev.siyu.rehearsalroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.rehearsals.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

/** A real child process, with a stand-in for the product. */
class ChildStageTest {

  private static final RoomSettings SETTINGS =
      new RoomSettings(
          Duration.ofHours(1),
          DataSize.ofMegabytes(256),
          DataSize.ofMegabytes(256),
          DataSize.ofMegabytes(64));

  private final Path data;
  private final Watcher watcher = new Watcher();

  ChildStageTest(@TempDir Path data) {
    this.data = data;
  }

  private Stage.Ending play(String behaves) {
    var costume = new Costume(SETTINGS, new MockEnvironment());
    var stage = new ChildStage(SETTINGS, costume, data, FakeProduct.class.getName());
    return stage.play(FakeProduct.order(behaves), watcher);
  }

  @Test
  void shouldHandOverReportAndStoriesAndLeaveNothingBehind() {
    // when
    var ending = play("well");

    // then
    assertThat(ending).isEqualTo(new Stage.Ending.Done("{\"summary\":{}}"));
    assertThat(watcher.stories).containsExactly(Map.entry("12345", "{\"touches\":1}"));
    assertThat(data.resolve("rehearsals/7")).doesNotExist();
  }

  @Test
  void shouldTellTheReasonOfAFailureWithTheLastLinesOfItsLog() {
    // when
    var ending = play("badly");

    // then
    assertThat(ending).isInstanceOf(Stage.Ending.Failed.class);
    var failed = (Stage.Ending.Failed) ending;
    assertThat(failed.code()).isEqualTo("SIYU-3702");
    assertThat(failed.reason()).startsWith("no disk\n").contains("these are the last words");
  }

  @Test
  void shouldSayHowAProductEndedThatSaidNothing() {
    // when
    var ending = play("silently");

    // then
    assertThat(ending).isInstanceOf(Stage.Ending.Failed.class);
    assertThat(((Stage.Ending.Failed) ending).reason())
        .contains("exit code 3")
        .contains("these are the last words");
  }

  @Test
  void shouldEndTheProductWhenNobodyWantsToSeeTheRest() {
    // given
    watcher.leavesOnceItRuns = true;

    // when
    var ending = play("for ever");

    // then
    assertThat(ending).isEqualTo(new Stage.Ending.Cancelled());
    assertThat(ProcessHandle.of(watcher.process).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(data.resolve("rehearsals/7")).doesNotExist();
  }

  private static final class Watcher implements Stage.Audience {
    private final Map<String, String> stories = new HashMap<>();
    private boolean leavesOnceItRuns;
    private long process;

    @Override
    public void progress(Stage.Progress progress) {
      process = progress.sent();
    }

    @Override
    public boolean leaves() {
      return leavesOnceItRuns && process > 0;
    }

    @Override
    public void story(String customer, String json) {
      stories.put(customer, json);
    }
  }
}
