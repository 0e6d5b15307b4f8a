package dev.siyu.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small form of {@link KillDrill} that every build runs. */
class SpineIT {

  private static final int CUSTOMERS = 25;
  private static final long SEED = 7;
  private static final Duration RECOVERY = Duration.ofSeconds(90);
  private static final Duration LIMIT = Duration.ofMinutes(6);

  @Test
  void shouldKeepEveryBookEqualWhenBrokerAppAndDatabaseAreKilled(@TempDir Path home) {
    // given a replay of a few real customers
    try (Product product = new Product(home)) {
      product.start();
      ReplayRun replay = new ReplayRun(product);
      replay.begin(CUSTOMERS);

      // when each part is killed once, at seeded moments
      List<Kills.Wound> wounds = new Kills(product, replay, SEED).inflict(1);
      replay.awaitEnd(LIMIT);

      // then files, simulator, ledger and engine tell one story
      List<Finding> found = new ArrayList<>();
      found.add(Kills.inTime(wounds, RECOVERY));
      found.addAll(Checks.afterReplay(product, Books.read(CUSTOMERS), KillDrill.LATE_SECONDS));
      assertThat(found).filteredOn(finding -> !finding.holds()).extracting(Finding::text).isEmpty();
      assertThat(found).as("sentences held against reality").hasSizeGreaterThan(20);
    }
  }
}
