package dev.siyu.channels;

import dev.siyu.accounts.Accounts;
import dev.siyu.accounts.Standing;
import dev.siyu.channels.ChannelRefused.Why;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcChannelDesk implements ChannelDesk {

  private static final Code NO_CODE =
      new Code(CodeStatus.NONE, null, null, List.of(), null, null, null);

  private final ChannelTable channels;
  private final LiveCodeTable table;
  private final LiveCodes codes;
  private final Rotation rotation;
  private final Pushes pushes;
  private final JdbcChannels known;
  private final Accounts accounts;
  private final LiveCodeSettings settings;
  private final TransactionTemplate transactions;
  private final Clock clock;

  JdbcChannelDesk(
      ChannelTable channels,
      LiveCodeTable table,
      LiveCodes codes,
      Rotation rotation,
      Pushes pushes,
      JdbcChannels known,
      Accounts accounts,
      LiveCodeSettings settings,
      TransactionTemplate transactions,
      Clock clock) {
    this.channels = channels;
    this.table = table;
    this.codes = codes;
    this.rotation = rotation;
    this.pushes = pushes;
    this.known = known;
    this.accounts = accounts;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public List<View> all() {
    var now = clock.instant();
    var standings = accounts.standings();
    var adds = channels.addsSince(accounts.day(now).atStartOfDay(accounts.zone()).toInstant());
    Map<String, LiveCodeTable.Row> rows =
        table.all().stream()
            .collect(Collectors.toMap(LiveCodeTable.Row::state, Function.identity()));
    return channels.all().stream()
        .map(
            row ->
                view(row, rows.get(row.code()), standings, adds.getOrDefault(row.code(), 0), now))
        .toList();
  }

  private View view(
      ChannelTable.Row row,
      LiveCodeTable.@Nullable Row code,
      List<Standing> standings,
      int adds,
      Instant now) {
    var team = Teams.of(row.draft().team(), standings);
    var pick = Teams.pick(team, now, accounts.zone(), settings);
    var places =
        team.stream()
            .map(
                one ->
                    new Place(
                        one.account().userId(),
                        one.account().name(),
                        pick.behind().contains(one.account().userId()),
                        pick.why().getOrDefault(one.account().userId(), ""),
                        one.addsToday(),
                        one.limitToday()))
            .toList();
    return new View(
        row.code(),
        row.draft(),
        row.retiredAt(),
        code == null ? NO_CODE : code.shown(),
        places,
        adds,
        alerts(code, pick));
  }

  private static List<String> alerts(LiveCodeTable.@Nullable Row code, RotationRules.Pick pick) {
    var alerts = new ArrayList<String>();
    if (code == null) {
      return alerts;
    }
    switch (code.status()) {
      case ACTIVE -> {
        pick.alert().ifPresent(alerts::add);
        if (code.pushNote() != null) {
          alerts.add("push");
        }
      }
      case UNKNOWN -> alerts.add("unknown");
      case FAILED -> alerts.add("failed");
      case RETIRING -> alerts.add("retiring");
      case NONE, CREATING, RETIRED -> {}
    }
    return alerts;
  }

  @Override
  public Optional<View> find(String code) {
    return all().stream().filter(view -> view.code().equals(code)).findFirst();
  }

  @Override
  public void create(String code, Draft draft, String who) {
    checkTexts(draft);
    decided(
        code,
        "CREATED",
        who,
        draft.toString(),
        () -> {
          if (!channels.insert(code, draft)) {
            throw new ChannelRefused(Why.EXISTS, "code: " + code + " (expected: a free code)");
          }
        });
    createCode(code, who);
  }

  @Override
  public boolean change(String code, Draft draft, String who) {
    checkTexts(draft);
    if (channels.all().stream().noneMatch(row -> row.code().equals(code))) {
      return false;
    }
    decided(code, "CHANGED", who, draft.toString(), () -> channels.update(code, draft));
    rotation.lookAgain();
    return true;
  }

  @Override
  public void createCode(String code, String who) {
    var channel = channel(code);
    if (channel.retiredAt() != null || code.equals("direct")) {
      throw new ChannelRefused(
          Why.WRONG_STATE, "channel " + code + " (expected: in use, not direct)");
    }
    var team = Teams.of(channel.draft().team(), accounts.standings());
    var pick = Teams.pick(team, clock.instant(), accounts.zone(), settings);
    if (!codes.create(code, channel.draft().name(), pick.behind())) {
      throw new ChannelRefused(
          Why.WRONG_STATE, "live code of " + code + " (expected: none, failed or retired)");
    }
    channels.note(code, "CODE_ASKED", who, "", clock.instant());
    rotation.lookAgain();
  }

  @Override
  public boolean lookUp(String code, String who) {
    boolean found = codes.lookUp(inStatus(code, CodeStatus.UNKNOWN));
    channels.note(code, found ? "CODE_FOUND" : "CODE_NOT_FOUND", who, "", clock.instant());
    rotation.lookAgain();
    return found;
  }

  @Override
  public void notCreated(String code, String who) {
    inStatus(code, CodeStatus.UNKNOWN);
    table.endCreation(code, CodeStatus.FAILED, "核实未创建：" + who, clock.instant());
    channels.note(code, "CODE_NOT_CREATED", who, "", clock.instant());
  }

  @Override
  public void retire(String code, String who) {
    channel(code);
    var row = table.find(code);
    if (code.equals("direct")
        || row.filter(
                one -> one.status() == CodeStatus.UNKNOWN || one.status() == CodeStatus.CREATING)
            .isPresent()) {
      throw new ChannelRefused(
          Why.WRONG_STATE, "channel " + code + " (expected: not direct, live code resolved)");
    }
    decided(code, "RETIRED", who, "", () -> channels.retire(code, clock.instant()));
    row.ifPresent(codes::retire);
    rotation.lookAgain();
  }

  @Override
  public void push(String code, String who) {
    inStatus(code, CodeStatus.ACTIVE);
    pushes.tryAgain(code);
    channels.note(code, "PUSH_AGAIN", who, "", clock.instant());
    rotation.lookAgain();
  }

  private ChannelTable.Row channel(String code) {
    return channels.all().stream()
        .filter(row -> row.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new ChannelRefused(Why.WRONG_STATE, "no channel " + code));
  }

  private LiveCodeTable.Row inStatus(String code, CodeStatus status) {
    return table
        .find(code)
        .filter(row -> row.status() == status)
        .orElseThrow(
            () ->
                new ChannelRefused(
                    Why.WRONG_STATE, "live code of " + code + " (expected: " + status + ")"));
  }

  private void checkTexts(Draft draft) {
    Stream.concat(Stream.of(draft.welcome()), draft.slices().stream().map(Slice::content))
        .filter(key -> !channels.hasText(key))
        .findFirst()
        .ifPresent(
            key -> {
              throw new ChannelRefused(
                  Why.NO_CONTENT, "content '" + key + "' (expected: a key with approved content)");
            });
  }

  private void decided(String code, String what, String who, String note, Runnable decision) {
    transactions.executeWithoutResult(
        status -> {
          decision.run();
          channels.note(code, what, who, note, clock.instant());
        });
    known.forget(code);
  }
}
