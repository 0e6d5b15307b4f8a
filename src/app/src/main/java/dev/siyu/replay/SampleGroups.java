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
 * What exists is not opened twice.
 */
public class SampleGroups {

  private static final Logger log = LoggerFactory.getLogger(SampleGroups.class);
  private static final String PATH = "/sim/wecom/groups";
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final int TRIES = 60;

  private record Group(String chatId, String name, String owner) {

    String body() {
      return "{\"chatId\":\"%s\",\"name\":\"%s\",\"owner\":\"%s\"}".formatted(chatId, name, owner);
    }
  }

  private static final List<Group> GROUPS =
      List.of(
          new Group("sample-group-1", "新客福利群 1", "li.na"),
          new Group("sample-group-2", "老客分享群 1", "wang.fang"),
          new Group("sample-group-3", "门店同城群 1", "zhang.wei"));

  private final Outside outside;
  private final boolean wanted;
  private final Duration again;

  SampleGroups(Outside outside, boolean wanted) {
    this(outside, wanted, AGAIN);
  }

  SampleGroups(Outside outside, boolean wanted, Duration again) {
    this.outside = outside;
    this.wanted = wanted;
    this.again = again;
  }

  /** In the background: nothing at the start waits for the simulator. */
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    if (wanted) {
      Thread.ofVirtual().name("sample-groups").start(this::openOrSay);
    }
  }

  private void openOrSay() {
    try {
      open();
    } catch (IllegalStateException e) {
      log.warn("{}; restart to try again", e.getMessage());
    }
  }

  /**
   * Opens them, as soon as the simulator answers, within about a minute; that WeCom tells of them
   * comes a little later.
   *
   * @return their chat ids
   * @throws IllegalStateException SIYU-3707 when the simulator does not take them
   */
  public List<String> open() {
    for (int i = 0; i < TRIES; i++) {
      try {
        outside.tell(PATH, GROUPS.stream().map(Group::body).toList());
        return GROUPS.stream().map(Group::chatId).toList();
      } catch (RuntimeException e) {
        log.debug("the simulator does not answer yet", e);
      }
      LockSupport.parkNanos(again.toNanos());
    }
    throw new IllegalStateException("SIYU-3707 the simulator did not open the sample's groups");
  }
}
