package dev.siyu.channels;

import dev.siyu.accounts.Account.Hours;
import dev.siyu.accounts.Accounts;
import dev.siyu.channels.ChannelDesk.CodeStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The first accounts and a live code for every channel that has none; then the first look. */
@Component
@EnableConfigurationProperties(LiveCodeSettings.class)
class LiveCodesAtStart implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(LiveCodesAtStart.class);
  private static final Duration GROWN_UP = Duration.ofDays(365);

  private final ChannelTable channels;
  private final LiveCodeTable table;
  private final ChannelDesk desk;
  private final Rotation rotation;
  private final Accounts accounts;
  private final LiveCodeSettings settings;
  private final Clock clock;

  LiveCodesAtStart(
      ChannelTable channels,
      LiveCodeTable table,
      ChannelDesk desk,
      Rotation rotation,
      Accounts accounts,
      LiveCodeSettings settings,
      Clock clock) {
    this.channels = channels;
    this.table = table;
    this.desk = desk;
    this.rotation = rotation;
    this.accounts = accounts;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (settings.create()) {
      openAccounts();
      createMissing();
    }
    rotation.lookAgain();
  }

  private void openAccounts() {
    var openedAt = clock.instant().minus(GROWN_UP);
    for (var userId : settings.staff()) {
      accounts.open(
          userId,
          new Accounts.Terms(userId, openedAt, 10, Hours.ALWAYS, settings.dailyCap(), null),
          "siyu");
    }
  }

  /** What WeCom refused is asked again, what it did not answer is not. */
  void createMissing() {
    Set<String> settled =
        table.all().stream()
            .filter(row -> row.status() != CodeStatus.FAILED)
            .map(LiveCodeTable.Row::state)
            .collect(Collectors.toSet());
    channels.all().stream()
        .filter(row -> row.retiredAt() == null && !row.code().equals("direct"))
        .filter(row -> !settled.contains(row.code()))
        .forEach(row -> create(row.code()));
  }

  private void create(String code) {
    try {
      desk.createCode(code, "siyu");
    } catch (ChannelRefused refused) {
      log.warn("No live code for channel {}: {}", code, refused.getMessage());
    }
  }
}
