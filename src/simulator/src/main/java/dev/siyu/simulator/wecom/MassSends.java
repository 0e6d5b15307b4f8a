package dev.siyu.simulator.wecom;

import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.MassSendFact;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.journal.Projection;
import dev.siyu.simulator.journal.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All mass-send tasks and what they used up. Guarded by the journal's lock. */
public final class MassSends implements Projection {

  private final Map<String, List<StaffTask>> tasks = new LinkedHashMap<>();
  private final Map<String, StaffTask> open = new LinkedHashMap<>();
  private final Map<String, List<Instant>> reminders = new HashMap<>();
  private final NavigableMap<Instant, Map<String, StaffTask>> confirmations = new TreeMap<>();
  private final Map<String, Instant> confirmationOf = new HashMap<>();
  private final Usage usage = new Usage();
  private final Texts texts = new Texts();
  private final WeComSettings settings;

  MassSends(WeComSettings settings) {
    this.settings = settings;
  }

  /** The tasks of one msgid, one a member; empty when there is none. */
  List<StaffTask> find(String msgId) {
    return tasks.getOrDefault(msgId, List.of());
  }

  @Nullable StaffTask find(String msgId, String staffUserId) {
    return find(msgId).stream()
        .filter(task -> task.staffUserId().equals(staffUserId))
        .findFirst()
        .orElse(null);
  }

  /** Not confirmed yet, oldest first. */
  public Collection<StaffTask> open() {
    return open.values();
  }

  /** All tasks of a member, newest first, at most {@code most}. */
  public List<StaffTask> of(String staffUserId, int most) {
    List<StaffTask> mine = new ArrayList<>();
    for (List<StaffTask> byStaff : tasks.values()) {
      byStaff.stream().filter(task -> task.staffUserId().equals(staffUserId)).forEach(mine::add);
    }
    return mine.reversed().stream().limit(most).toList();
  }

  /** How often its members were reminded since then. */
  int remindersSince(String msgId, Instant since) {
    return (int)
        reminders.getOrDefault(msgId, List.of()).stream().filter(at -> at.isAfter(since)).count();
  }

  /** When the next member confirms without anybody's doing; null: none will. */
  @Nullable Instant nextConfirmation() {
    return confirmations.isEmpty() ? null : confirmations.firstKey();
  }

  /** The tasks whose members have confirmed by themselves by then. */
  List<StaffTask> confirmedBy(Instant now) {
    return confirmations.headMap(now, true).values().stream()
        .flatMap(tasksThen -> tasksThen.values().stream())
        .toList();
  }

  boolean limitReached(String staffUserId, String externalUserId, LocalDate day) {
    int monthly =
        settings.massSendsPerMonth() == 0 ? day.lengthOfMonth() : settings.massSendsPerMonth();
    return usage.onDay(staffUserId, externalUserId, day) >= settings.massSendsPerDay()
        || usage.inMonth(externalUserId, day) >= monthly;
  }

  @Override
  public void apply(Fact fact, Moment moment) {
    if (!(fact instanceof MassSendFact told)) {
      return;
    }
    switch (told) {
      case MassSendFact.Created created -> created(created, moment);
      case MassSendFact.Confirmed confirmed -> confirmed(confirmed, moment);
      case MassSendFact.Reminded reminded -> {
        reminders.computeIfAbsent(reminded.msgId(), id -> new ArrayList<>(3)).add(moment.at());
        find(reminded.msgId()).forEach(this::plan);
      }
      case MassSendFact.Cancelled cancelled ->
          replace(cancelled.msgId(), task -> task.open() ? task.withdrawn() : task);
    }
  }

  private void created(MassSendFact.Created created, Moment moment) {
    List<StaffTask> byStaff = new ArrayList<>(1);
    created
        .receivers()
        .forEach(
            (staff, customers) ->
                byStaff.add(
                    new StaffTask(
                        created.msgId(),
                        texts.same(staff),
                        texts.same(created.text()),
                        texts.same(customers),
                        "group".equals(created.chatType()),
                        moment.at(),
                        null,
                        null,
                        false)));
    tasks.put(created.msgId(), byStaff);
    byStaff.forEach(task -> open.put(key(task), task));
    byStaff.forEach(this::plan);
  }

  /** Notes when the member confirms by themselves; a reminder does not put it off. */
  private void plan(StaffTask task) {
    List<Instant> reminded = reminders.getOrDefault(task.msgId(), List.of());
    Instant last = reminded.isEmpty() ? null : reminded.getLast();
    Instant at = settings.staff().confirmsAt(task, last);
    if (at != null && !confirmationOf.containsKey(key(task))) {
      confirmationOf.put(key(task), at);
      confirmations.computeIfAbsent(at, i -> new LinkedHashMap<>()).put(key(task), task);
    }
  }

  private void closed(StaffTask task) {
    open.remove(key(task));
    Instant at = confirmationOf.remove(key(task));
    if (at != null) {
      Map<String, StaffTask> then = confirmations.getOrDefault(at, Map.of());
      then.remove(key(task));
      if (then.isEmpty()) {
        confirmations.remove(at);
      }
    }
  }

  private void confirmed(MassSendFact.Confirmed confirmed, Moment moment) {
    LocalDate day = LocalDate.ofInstant(moment.at(), settings.zone());
    replace(
        confirmed.msgId(),
        task ->
            task.open() && task.staffUserId().equals(confirmed.staffUserId())
                ? task.confirmed(statuses(task, confirmed), moment.at())
                : task);
    confirmed
        .results()
        .forEach(
            (customer, status) -> {
              if (status == StaffDesk.SENT) {
                usage.sent(texts.same(confirmed.staffUserId()), texts.same(customer), day);
              }
            });
  }

  private static List<Integer> statuses(StaffTask task, MassSendFact.Confirmed confirmed) {
    return task.externalUserIds().stream()
        .map(customer -> confirmed.results().getOrDefault(customer, 0))
        .toList();
  }

  private void replace(String msgId, UnaryOperator<StaffTask> change) {
    List<StaffTask> byStaff = find(msgId);
    byStaff.replaceAll(change);
    byStaff.stream().filter(task -> !task.open()).forEach(this::closed);
  }

  private static String key(StaffTask task) {
    return task.msgId() + "|" + task.staffUserId();
  }
}
