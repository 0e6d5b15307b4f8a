package dev.siyu.drills;

import dev.siyu.drills.Product.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Kills parts of a running product at seeded moments of a replay and measures how long it stands
 * still. A killed app is started again by the drill, as an operator or init system would; the rest
 * must come back by itself.
 */
final class Kills {

  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final Duration NEXT_LIMIT = Duration.ofMinutes(15);

  /** A clock that only follows real time moves less than this between two looks. */
  private static final Duration JUMP = Duration.ofMinutes(1);

  /**
   * One kill and how long it took until the replay moved on.
   *
   * @param from virtual time at the kill
   * @param until virtual time when the replay had moved on
   */
  record Wound(Part part, double share, Duration recovery, Instant from, Instant until) {

    String text() {
      return "%s at %.0f %%: %.1f s".formatted(part, share * 100, recovery.toMillis() / 1000.0);
    }
  }

  private final Product product;
  private final ReplayRun run;
  private final Random random;
  private @Nullable Instant seen;

  Kills(Product product, ReplayRun run, long seed) {
    this.product = product;
    this.run = run;
    this.random = new Random(seed);
  }

  /** Kills each of app, broker and PostgreSQL so often, while the replay runs. */
  List<Wound> inflict(int each) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      parts.addAll(List.of(Part.BROKER, Part.APP, Part.POSTGRES));
    }
    Collections.shuffle(parts, random);
    List<Double> moments = random.doubles(parts.size(), 0.05, 0.9).sorted().boxed().toList();
    List<Wound> wounds = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      wounds.add(wound(parts.get(i), moments.get(i)));
      System.out.println("killed " + wounds.get(i).text());
    }
    return wounds;
  }

  private Wound wound(Part part, double share) {
    Waiting.until(
        "the replay has told " + share + " of its events",
        NEXT_LIMIT,
        () -> Waiting.quietly(() -> run.point().share() >= share));
    Waiting.pause(Duration.ofMillis(random.nextInt(1500)));
    ReplayRun.Point reached = run.point();
    Waiting.until(part + " runs", LONGEST, () -> product.kill(part));
    long begin = System.nanoTime();
    if (part == Part.APP) {
      product.launch();
    }
    Instant until = awaitProgress();
    Duration recovery = Duration.ofNanos(System.nanoTime() - begin);
    return new Wound(part, reached.share(), recovery, reached.virtualNow(), until);
  }

  /** Twice, since the first move may have been under way at the kill. */
  private Instant awaitProgress() {
    for (int move = 0; move < 2; move++) {
      seen = null;
      Waiting.until(
          "the replay moves on, see " + product.log(),
          LONGEST,
          () -> Waiting.quietly(this::hasMoved));
    }
    return seen == null ? Instant.MAX : seen;
  }

  private boolean hasMoved() {
    ReplayRun.Point point = run.point();
    Instant before = seen;
    seen = point.virtualNow();
    return point.over()
        || (before != null && Duration.between(before, point.virtualNow()).compareTo(JUMP) > 0);
  }

  /** Whether all came back in time. */
  static Finding inTime(List<Wound> wounds, Duration limit) {
    List<String> wrong =
        wounds.stream()
            .filter(wound -> wound.recovery().compareTo(limit) > 0)
            .map(Wound::text)
            .toList();
    return new Finding(
        "everything recovers by itself within " + limit.toSeconds() + " s",
        wounds.stream().map(Wound::text).toList().toString(),
        wrong);
  }
}
