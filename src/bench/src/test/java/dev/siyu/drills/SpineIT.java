package dev.siyu.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The product, its broker and its database, killed while recorded customers come in. */
class SpineIT {

  private static final int CUSTOMERS = 25;

  @Test
  void shouldLoseAndRepeatNothingWhenBrokerAppAndDatabaseAreKilled(
      @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path home) {
    // given
    long seed = Long.getLong("siyu.seed", 7);
    List<Finding> found = new ArrayList<>();
    try (Product product = new Product(home)) {
      product.start();
      ReplayRun replay = new ReplayRun(product);
      // when
      replay.begin(CUSTOMERS);
      List<Kills.Wound> wounds = new Kills(product, replay, seed).inflict(1);
      replay.awaitEnd(Duration.ofMinutes(4));
      // then
      found.add(Kills.inTime(wounds, Duration.ofSeconds(60)));
      found.addAll(Checks.afterReplay(product, Books.read(CUSTOMERS), KillDrill.LATE_SECONDS));
    }
    Finding.print(found);
    assertThat(found).as("seed %d, logs in %s", seed, home).allMatch(Finding::holds);
  }
}
