package dev.siyu.launches;

import dev.siyu.journeys.Candidates;
import dev.siyu.launches.LaunchNews.Said;
import dev.siyu.launches.Launches.Figures;
import dev.siyu.launches.Launches.Launch;
import dev.siyu.launches.Launches.Measure;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at a canary every few minutes and stops it when it does harm. */
@Component
class LaunchGuard {

  private final LaunchTable table;
  private final EntryLog entries;
  private final LaunchNews news;
  private final Candidates journeys;
  private final Comparison comparison;
  private final LaunchSettings settings;
  private final TransactionTemplate transactions;

  LaunchGuard(
      LaunchTable table,
      EntryLog entries,
      LaunchNews news,
      Candidates journeys,
      LaunchSettings settings,
      TransactionTemplate transactions) {
    this.table = table;
    this.entries = entries;
    this.news = news;
    this.journeys = journeys;
    this.comparison = new Comparison(settings);
    this.settings = settings;
    this.transactions = transactions;
  }

  Figures figures(Launch launch, Instant now) {
    if (launch.canarySince() == null) {
      return new Figures(0, 0, settings.minimumSample(), false, List.of());
    }
    var outcomes = entries.outcomes(launch, settings.window().toSeconds(), now);
    var measures = comparison.measures(outcomes, launch.wish().percent());
    long seen = measures.getFirst().canaryOf();
    return new Figures(
        entries.entered(launch.id(), true),
        entries.entered(launch.id(), false),
        settings.minimumSample(),
        seen >= settings.minimumSample() && comparison.harm(measures).isEmpty(),
        measures);
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
      stop(
          launch,
          new Said("对照的线上版本已被更换，无法再比较，已停止扩大", "the live version it is compared with was replaced"),
          now);
      return;
    }
    comparison
        .harm(figures(launch, now).measures())
        .ifPresent(harm -> stop(launch, sentence(harm), now));
  }

  private void stop(Launch launch, Said why, Instant now) {
    transactions.executeWithoutResult(
        status -> {
          var from = List.of(LaunchState.CANARY);
          if (table.move(launch.id(), from, LaunchState.STOPPED, null, now)) {
            news.tell(launch, "STOPPED", "siyu", why, now);
          }
        });
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
