package dev.siyu.fission;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.ContactWays;
import dev.siyu.wecom.ContactWays.Known;
import dev.siyu.wecom.ContactWays.Made;
import dev.siyu.wecom.ContactWays.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The inviter's own live code: made once; a creation without answer is looked up by its state. */
@Component
class InviterCode {

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
  private static final String REMARK = "裂变 ";

  private final InviterTable table;
  private final ContactWays ways;

  InviterCode(InviterTable table, ContactWays ways) {
    this.table = table;
    this.ways = ways;
  }

  /** The address of its picture. */
  CallResult<String> of(InviterTable.Row inviter, Instant now) {
    var known = inviter.qrCode();
    if (known != null) {
      return new CallResult.Ok<>(known);
    }
    var asked = inviter.codeAskedAt();
    return asked == null
        ? make(inviter, now)
        : lookedUp(inviter, asked, now)
            .then(found -> found.made() == null ? make(inviter, now) : kept(inviter, found.made()));
  }

  private record Found(@Nullable Made made) {}

  private CallResult<Found> lookedUp(InviterTable.Row inviter, Instant asked, Instant now) {
    return ways.madeBetween(asked.minus(CLOCKS_DIFFER), now.plus(CLOCKS_DIFFER))
        .then(all -> new CallResult.Ok<>(new Found(mine(all, Codes.stateOf(inviter.id())))));
  }

  private static @Nullable Made mine(List<Known> all, String state) {
    return all.stream()
        .filter(one -> one.way().state().equals(state))
        .map(Known::made)
        .findFirst()
        .orElse(null);
  }

  private CallResult<String> make(InviterTable.Row inviter, Instant now) {
    table.asked(inviter.id(), now);
    var way =
        new Way(Codes.stateOf(inviter.id()), REMARK + inviter.id(), List.of(inviter.staffUserId()));
    return ways.add(way).then(made -> kept(inviter, made));
  }

  private CallResult<String> kept(InviterTable.Row inviter, Made made) {
    table.code(inviter.id(), made.configId(), made.qrCode());
    return new CallResult.Ok<>(made.qrCode());
  }

  CallResult<Boolean> retire(InviterTable.Row inviter) {
    var config = inviter.configId();
    return config == null ? new CallResult.Ok<>(true) : ways.delete(config);
  }
}
