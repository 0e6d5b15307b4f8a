package dev.siyu.launches;

import dev.siyu.journeys.Candidates;
import dev.siyu.launches.LaunchNews.Said;
import dev.siyu.launches.Launches.Launch;
import dev.siyu.launches.Launches.Measure;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Looks at a canary every few minutes and stops it when it does harm. */
@Component
class LaunchGuard {

  private static final List<LaunchState> WATCHED = List.of(LaunchState.CANARY);

  private final LaunchTable table;
  private final LaunchFigures figures;
  private final LaunchStops stops;
  private final Candidates journeys;
  private final LaunchSettings settings;

  LaunchGuard(
      LaunchTable table,
      LaunchFigures figures,
      LaunchStops stops,
      Candidates journeys,
      LaunchSettings settings) {
    this.table = table;
    this.figures = figures;
    this.stops = stops;
    this.journeys = journeys;
    this.settings = settings;
  }

  /** Stops the canary when it does harm, or when what it is compared with changed. */
  void look(Launch launch, Instant now) {
    table.looked(launch.id(), now);
    boolean sameBase =
        journeys
            .live(launch.processId())
            .filter(live -> live.checksum().equals(launch.baseChecksum()))
            .isPresent();
    if (!sameBase) {
      var why =
          new Said("对照的线上版本已被更换，无法再比较，已停止扩大", "the live version it is compared with was replaced");
      stops.end(launch, WATCHED, "siyu", why, now);
      return;
    }
    figures
        .harm(figures.of(launch, now))
        .ifPresent(harm -> stops.end(launch, WATCHED, "siyu", sentence(harm), now));
  }

  private Said sentence(Measure harm) {
    var zh = nameZh(harm.name());
    var en = nameEn(harm.name());
    return new Said(
        "%s变差：新版本 %d 人中 %d 人（%s），线上版本 %d 人中 %d 人（%s）；证据 %.0f 达到 %.0f，误停概率不超过 %s，已停止扩大"
            .formatted(
                zh,
                harm.canaryOf(),
                harm.canary(),
                share(harm.canary(), harm.canaryOf()),
                harm.controlOf(),
                harm.control(),
                share(harm.control(), harm.controlOf()),
                harm.evidence(),
                harm.threshold(),
                alpha()),
        "%s got worse: %d of %d (%s) against %d of %d (%s) of the live version; evidence %.0f reached %.0f, a false stop has at most %s; stopped"
            .formatted(
                en,
                harm.canary(),
                harm.canaryOf(),
                share(harm.canary(), harm.canaryOf()),
                harm.control(),
                harm.controlOf(),
                share(harm.control(), harm.controlOf()),
                harm.evidence(),
                harm.threshold(),
                alpha()));
  }

  private static String nameZh(String measure) {
    return switch (measure) {
      case Comparison.LEAVES -> "删除好友率";
      case Comparison.REFUSALS -> "拒收率";
      default -> "下单转化";
    };
  }

  private static String nameEn(String measure) {
    return switch (measure) {
      case Comparison.LEAVES -> "the rate of customers who leave";
      case Comparison.REFUSALS -> "the rate of refused touches";
      default -> "conversion to orders";
    };
  }

  private String alpha() {
    return String.format(Locale.ROOT, "%.1f%%", settings.alpha() * 100);
  }

  private static String share(long part, long of) {
    return of == 0 ? "-" : String.format(Locale.ROOT, "%.1f%%", 100.0 * part / of);
  }
}
