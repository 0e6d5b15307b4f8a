package dev.siyu.replay;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Lets staff of the sample open a few customer groups in WeCom, so that the pages of groups live.
 * Told again at every start; what exists is not opened twice.
 */
class SampleGroups {

  private static final Logger log = LoggerFactory.getLogger(SampleGroups.class);
  private static final String PATH = "/sim/wecom/groups";
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final int TRIES = 60;

  private static final List<String> GROUPS =
      List.of(
          "{\"chatId\":\"sample-group-1\",\"name\":\"新客福利群 1\",\"owner\":\"li.na\"}",
          "{\"chatId\":\"sample-group-2\",\"name\":\"老客分享群 1\",\"owner\":\"wang.fang\"}",
          "{\"chatId\":\"sample-group-3\",\"name\":\"门店同城群 1\",\"owner\":\"zhang.wei\"}");

  private final Outside outside;
  private final boolean wanted;

  SampleGroups(Outside outside, boolean wanted) {
    this.outside = outside;
    this.wanted = wanted;
  }

  @EventListener(ApplicationReadyEvent.class)
  void open() {
    if (wanted) {
      Thread.ofVirtual().name("sample-groups").start(this::tell);
    }
  }

  private void tell() {
    for (int i = 0; i < TRIES; i++) {
      try {
        outside.tell(PATH, GROUPS);
        return;
      } catch (RuntimeException e) {
        LockSupport.parkNanos(AGAIN.toNanos());
      }
    }
    log.warn("SIYU-3707 the simulator did not open the sample's groups; restart to try again");
  }
}
