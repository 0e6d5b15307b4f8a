package dev.siyu.groups;

import dev.siyu.calls.CallResult;
import dev.siyu.time.DueWork;
import dev.siyu.wecom.GroupChats;
import dev.siyu.wecom.GroupChats.SendResult;
import dev.siyu.wecom.MassSendTasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Follows messages to groups: created is not sent. Looks them up, reminds the owner once, cancels
 * what nobody confirmed in time; a claim without recorded end becomes UNKNOWN.
 */
@Component
class GroupSends implements DueWork {

  private static final Logger log = LoggerFactory.getLogger(GroupSends.class);
  private static final Duration NEXT_LOOK = Duration.ofHours(1);
  private static final int SENT = 1;

  private final GroupTouchTable table;
  private final GroupChats wecom;
  private final MassSendTasks tasks;
  private final GroupSettings settings;

  GroupSends(GroupTouchTable table, GroupChats wecom, MassSendTasks tasks, GroupSettings settings) {
    this.table = table;
    this.wecom = wecom;
    this.tasks = tasks;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "group-sends";
  }

  @Override
  public Optional<Instant> nextDue() {
    return table.nextDue();
  }

  @Override
  public void runDue(Instant now) {
    table.due(now).forEach(row -> follow(row, now));
  }

  private void follow(GroupTouchTable.Row row, Instant now) {
    if (row.state().equals("PENDING")) {
      table.end(row.claim(), GroupEnding.unknown("SIYU-3414", "no answer was recorded"), now);
      log.warn("SIYU-3414 A message to group {} may be under way; nobody resends it", row.chatId());
      return;
    }
    var msgId = String.valueOf(row.providerId());
    var owner = String.valueOf(row.owner());
    switch (wecom.results(msgId, owner)) {
      case CallResult.Ok<List<SendResult>> ok -> told(row, msgId, ok.value(), now);
      case CallResult.Declined<List<SendResult>> no -> untold(row, no.code(), now);
      case CallResult.Broken<List<SendResult>> no -> untold(row, no.code(), now);
      case CallResult.Retryable<List<SendResult>> no -> untold(row, no.code(), now);
      case CallResult.Unknown<List<SendResult>> no -> untold(row, no.code(), now);
    }
  }

  private void untold(GroupTouchTable.Row row, String code, Instant now) {
    log.warn("Group {}: result not told ({}); again in {}", row.chatId(), code, NEXT_LOOK);
    table.looked(row.claim().id(), now.plus(NEXT_LOOK), null);
  }

  private void told(GroupTouchTable.Row row, String msgId, List<SendResult> results, Instant now) {
    int status =
        results.stream()
            .filter(one -> one.chatId().equals(row.chatId()))
            .mapToInt(SendResult::status)
            .findFirst()
            .orElse(0);
    switch (status) {
      case SENT -> table.end(row.claim(), GroupEnding.sent(), now);
      case 2 -> table.end(row.claim(), GroupEnding.declined("NOT_OWNER", "群主已变更"), now);
      case 3 -> table.end(row.claim(), GroupEnding.declined("LIMIT", "企业微信：该群已达接收上限"), now);
      default -> waiting(row, msgId, now);
    }
  }

  private void waiting(GroupTouchTable.Row row, String msgId, Instant now) {
    var since = Objects.requireNonNull(row.claimedAt());
    if (!now.isBefore(since.plus(settings.timeout()))) {
      cancel(row, msgId, now);
      return;
    }
    boolean remind = row.remindedAt() == null && !now.isBefore(since.plus(settings.remindAfter()));
    if (remind) {
      tasks.remind(msgId);
    }
    table.looked(row.claim().id(), now.plus(NEXT_LOOK), remind ? now : null);
  }

  /** Cancelled first: what the owner sends in this moment shows at the next look. */
  private void cancel(GroupTouchTable.Row row, String msgId, Instant now) {
    if (tasks.cancel(msgId) instanceof CallResult.Ok<Boolean>) {
      table.end(row.claim(), GroupEnding.expired("群主没有在期限内确认"), now);
    } else {
      table.looked(row.claim().id(), now.plus(NEXT_LOOK), null);
    }
  }
}
