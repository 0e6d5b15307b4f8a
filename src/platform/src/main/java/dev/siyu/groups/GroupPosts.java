package dev.siyu.groups;

import dev.siyu.calls.CallResult;
import dev.siyu.content.Contents;
import dev.siyu.groups.GroupTouchTable.Claim;
import dev.siyu.touchpoints.TouchOutcome;
import dev.siyu.wecom.GroupChats;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class GroupPosts implements GroupWork {

  /** Longer than any month: what counts for the caps. */
  private static final Duration LATELY = Duration.ofDays(32);

  private sealed interface Decision {
    record Claimed(Claim claim, int version, String owner) implements Decision {}

    record Told(TouchOutcome outcome) implements Decision {}
  }

  private final ChatTable chats;
  private final MemberTable members;
  private final WayTable ways;
  private final GroupTouchTable table;
  private final WeekTable weeks;
  private final GroupChats wecom;
  private final Contents contents;
  private final GroupSettings settings;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final ZoneId zone;

  GroupPosts(
      ChatTable chats,
      MemberTable members,
      WayTable ways,
      GroupTouchTable table,
      WeekTable weeks,
      GroupChats wecom,
      Contents contents,
      GroupSettings settings,
      TransactionTemplate transactions,
      Clock clock,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId zone) {
    this.chats = chats;
    this.members = members;
    this.ways = ways;
    this.table = table;
    this.weeks = weeks;
    this.wecom = wecom;
    this.contents = contents;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public Optional<Known> find(String chatId) {
    return chats
        .find(chatId)
        .filter(ChatTable.Row::open)
        .map(chat -> new Known(chat.name(), chat.owner()));
  }

  @Override
  public Optional<WayIn> wayIn(String state) {
    return ways.find(state)
        .filter(way -> way.status() == JoinWayDesk.Status.ACTIVE)
        .filter(way -> way.qrCode() != null && !way.qrCode().isEmpty())
        .map(way -> new WayIn(String.valueOf(way.qrCode()), way.draft().chats()));
  }

  @Override
  public boolean isIn(String customerId, List<String> chatIds) {
    return members.isIn(customerId, chatIds);
  }

  @Override
  public TouchOutcome post(GroupTouch touch) {
    return switch (transactions.execute(status -> decide(touch))) {
      case Decision.Told told -> told.outcome();
      case Decision.Claimed claimed -> call(touch, claimed);
    };
  }

  private Decision decide(GroupTouch touch) {
    table.hold(touch.chatId());
    var before = table.find(touch).filter(row -> !isAskable(row));
    if (before.isPresent()) {
      return new Decision.Told(known(before.get()));
    }
    var chat = chats.find(touch.chatId());
    if (chat.isEmpty()) {
      return new Decision.Told(new TouchOutcome.Refused("group-unknown", "没有这个群", null));
    }
    var now = clock.instant();
    var version = table.approvedVersion(touch.content());
    var refusal =
        GroupRules.refusal(
            new GroupRules.Question(
                chat.get().open(),
                version.isPresent(),
                touch.content(),
                table.made(touch.chatId(), now.minus(LATELY)),
                now,
                zone,
                settings));
    if (refusal.isPresent()) {
      var no = refusal.get();
      table.refuse(touch, no, now);
      return new Decision.Told(new TouchOutcome.Refused(no.rule(), no.reason(), no.notBefore()));
    }
    var owner = chat.get().owner();
    int said = version.orElseThrow();
    var look = now.plus(settings.callTimeout());
    return new Decision.Claimed(
        table.claim(touch, said, owner, now, look).orElseThrow(), said, owner);
  }

  private static boolean isAskable(GroupTouchTable.Row row) {
    return row.state().equals("REFUSED") || row.state().equals("FAILED");
  }

  private static TouchOutcome known(GroupTouchTable.Row row) {
    var code = String.valueOf(row.rule());
    var reason = String.valueOf(row.reason());
    return switch (row.state()) {
      case "SENT" -> new TouchOutcome.AlreadySent(row.providerId());
      case "QUEUED" -> new TouchOutcome.Queued(String.valueOf(row.providerId()));
      case "DECLINED", "EXPIRED" -> new TouchOutcome.Declined(code, reason);
      default -> new TouchOutcome.Unknown(code, reason);
    };
  }

  private TouchOutcome call(GroupTouch touch, Decision.Claimed claimed) {
    var text = contents.render(touch.content(), claimed.version(), words());
    if (text.isEmpty()) {
      return ended(claimed.claim(), new CallResult.Broken<>("SIYU-3090", touch.content()), "");
    }
    var answer =
        contents
            .attachments(touch.content(), claimed.version())
            .then(
                attachments ->
                    wecom.send(claimed.owner(), List.of(touch.chatId()), text.get(), attachments));
    return ended(claimed.claim(), answer, text.get());
  }

  private Map<String, String> words() {
    return Map.of("date", LocalDate.ofInstant(clock.instant(), zone).toString());
  }

  private TouchOutcome ended(Claim claim, CallResult<String> answer, String said) {
    Instant now = clock.instant();
    return switch (answer) {
      case CallResult.Ok<String> ok -> {
        var look = now.plus(settings.lookAfter());
        table.end(claim, GroupEnding.queued(ok.value(), said, look), now);
        yield new TouchOutcome.Queued(ok.value());
      }
      case CallResult.Declined<String> no -> {
        table.end(claim, GroupEnding.declined(no.code(), no.reason()), now);
        yield new TouchOutcome.Declined(no.code(), no.reason());
      }
      case CallResult.Retryable<String> later -> {
        table.end(claim, GroupEnding.failed(later.code(), later.reason()), now);
        yield new TouchOutcome.Retryable(later.code(), later.reason(), later.after());
      }
      case CallResult.Broken<String> broken -> {
        table.end(claim, GroupEnding.failed(broken.code(), broken.reason()), now);
        yield new TouchOutcome.Broken(broken.code(), broken.reason());
      }
      case CallResult.Unknown<String> none -> {
        table.end(claim, GroupEnding.unknown(none.code(), none.reason()), now);
        yield new TouchOutcome.Unknown(none.code(), none.reason());
      }
    };
  }

  @Override
  public Figures summarize(String chatId, LocalDate week) {
    var from = week.atStartOfDay(zone).toInstant();
    var now = clock.instant();
    var figures = weeks.count(chatId, from, week.plusDays(7).atStartOfDay(zone).toInstant());
    weeks.keep(chatId, week, figures, now);
    return figures;
  }
}
