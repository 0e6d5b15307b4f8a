package dev.siyu.groups;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.GroupChats;
import dev.siyu.wecom.GroupChats.Seen;
import dev.siyu.wecom.WeComEvent.GroupChange;
import dev.siyu.wecom.WeComEvent.GroupChanged;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
class GroupLooks implements GroupNews {

  private final GroupChats wecom;
  private final GroupBook book;
  private final GroupSettings settings;
  private final Clock clock;

  GroupLooks(GroupChats wecom, GroupBook book, GroupSettings settings, Clock clock) {
    this.wecom = wecom;
    this.book = book;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Look look(GroupChanged changed) {
    return changed.change() == GroupChange.DISMISSED
        ? new Look.Gone(clock.instant())
        : look(changed.chatId());
  }

  Look look(String chatId) {
    Instant asOf = clock.instant();
    return switch (wecom.get(chatId)) {
      case CallResult.Ok<Seen> ok -> new Look.Found(ok.value(), asOf);
      case CallResult.Declined<Seen> no ->
          GroupChats.GONE.contains(no.code())
              ? new Look.Gone(asOf)
              : new Look.Untold(no.code() + " " + no.reason());
      case CallResult.Broken<Seen> no -> new Look.Untold(no.code() + " " + no.reason());
      case CallResult.Retryable<Seen> busy ->
          new Look.Later(busy.after(), busy.code() + " " + busy.reason());
      case CallResult.Unknown<Seen> none ->
          new Look.Later(settings.retry(), none.code() + " " + none.reason());
    };
  }

  @Override
  public String apply(GroupChanged changed, Look look) {
    return switch (look) {
      case Look.Found found ->
          book.found(found.seen(), found.asOf(), quits(changed)) ? "" : "a newer look is known";
      case Look.Gone gone -> book.gone(changed.chatId(), gone.asOf()) ? "" : "known as dismissed";
      case Look.Later later -> "not told yet: " + later.reason();
      case Look.Untold untold -> "SIYU-3410 WeCom does not tell of the group: " + untold.reason();
    };
  }

  private static Map<String, Integer> quits(GroupChanged changed) {
    return changed.change() == GroupChange.MEMBERS_LEFT
        ? changed.memberIds().stream()
            .distinct()
            .collect(Collectors.toMap(Function.identity(), member -> changed.scene()))
        : Map.of();
  }
}
