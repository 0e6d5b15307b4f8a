package dev.siyu.rehearsalroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.rehearsals.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerformanceTest {

  private final AtomicInteger exits = new AtomicInteger();
  private final Papers papers;

  PerformanceTest(@TempDir Path folder) {
    papers = new Papers(folder);
    papers.writeOrder(FakeProduct.order("well"));
  }

  private void perform(Consumer<Stage.Order> play) {
    new Performance(papers, play, exits::incrementAndGet).perform();
  }

  @Test
  void shouldPlayTheOrderAndExit() {
    // when
    perform(order -> papers.writeReport("{\"of\":" + order.id() + "}"));

    // then
    assertThat(papers.readReport()).hasValue("{\"of\":7}");
    assertThat(papers.readFailure()).isEmpty();
    assertThat(exits).hasValue(1);
  }

  @Test
  void shouldTellWhatIsWrongAndExitAlsoAfterAnError() {
    // when
    perform(
        order -> {
          throw new IllegalStateException("replay: STOPPED");
        });
    assertThat(papers.readFailure()).hasValue("replay: STOPPED");
    perform(
        order -> {
          throw new NoClassDefFoundError("dev/siyu/Gone");
        });

    // then
    assertThat(papers.readFailure()).hasValue("java.lang.NoClassDefFoundError: dev/siyu/Gone");
    assertThat(exits).hasValue(2);
  }

  @Test
  void shouldExitEvenWhenNothingCanBeWritten(@TempDir Path elsewhere) throws IOException {
    // given a folder that is none
    var file = Files.writeString(elsewhere.resolve("file"), "");
    var unwritable = new Papers(file);

    // then
    assertThatThrownBy(
            () -> new Performance(unwritable, order -> {}, exits::incrementAndGet).perform())
        .isInstanceOf(RuntimeException.class);
    assertThat(exits).hasValue(1);
  }
}
