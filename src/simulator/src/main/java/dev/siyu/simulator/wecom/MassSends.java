package dev.siyu.simulator.wecom;

import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.MassSendFact;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.journal.Projection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All mass-send tasks and what they used up. Guarded by the journal's lock. */
public final class MassSends implements Projection {

  private final Map<String, Map<String, StaffTask>> tasks = new LinkedHashMap<>();
  private final Map<String, StaffTask> open = new LinkedHashMap<>();
  private final Map<String, Integer> reminders = new HashMap<>();
  private final Map<String, Integer> sentOnDay = new HashMap<>();
  private final Map<String, Integer> sentInMonth = new HashMap<>();
  private final WeComSettings settings;

  MassSends(WeComSettings settings) {
    this.settings = settings;
  }

  /** The tasks of one msgid by staff; null when there is none. */
  @Nullable Map<String, StaffTask> find(String msgId) {
    return tasks.get(msgId);
  }

  /** Not confirmed yet, oldest first. */
  public Collection<StaffTask> open() {
    return open.values();
  }

  /** All tasks of a member, newest first, at most {@code most}. */
  public List<StaffTask> of(String staffUserId, int most) {
    List<StaffTask> mine = new ArrayList<>();
    for (Map<String, StaffTask> byStaff : tasks.values()) {
      StaffTask task = byStaff.get(staffUserId);
      if (task != null) {
        mine.add(task);
      }
    }
    return mine.reversed().stream().limit(most).toList();
  }

  int reminders(String msgId) {
    return reminders.getOrDefault(msgId, 0);
  }

  boolean limitReached(String staffUserId, String externalUserId, LocalDate day) {
    int monthly =
        settings.massSendsPerMonth() == 0 ? day.lengthOfMonth() : settings.massSendsPerMonth();
    return sentOnDay.getOrDefault(dayKey(staffUserId, externalUserId, day), 0)
            >= settings.massSendsPerDay()
        || sentInMonth.getOrDefault(monthKey(externalUserId, day), 0) >= monthly;
  }

  @Override
  public void apply(Fact fact, Moment moment) {
    if (!(fact instanceof MassSendFact told)) {
      return;
    }
    switch (told) {
      case MassSendFact.Created created -> created(created, moment);
      case MassSendFact.Confirmed confirmed -> confirmed(confirmed, moment);
      case MassSendFact.Reminded reminded -> reminders.merge(reminded.msgId(), 1, Integer::sum);
      case MassSendFact.Cancelled cancelled -> cancelled(cancelled);
    }
  }

  private void created(MassSendFact.Created created, Moment moment) {
    Map<String, StaffTask> byStaff = new LinkedHashMap<>();
    created
        .receivers()
        .forEach(
            (staff, customers) -> {
              StaffTask task =
                  new StaffTask(
                      created.msgId(),
                      staff,
                      created.text(),
                      customers,
                      moment.at(),
                      null,
                      null,
                      false);
              byStaff.put(staff, task);
              open.put(created.msgId() + "|" + staff, task);
            });
    tasks.put(created.msgId(), byStaff);
  }

  private void confirmed(MassSendFact.Confirmed confirmed, Moment moment) {
    open.remove(confirmed.msgId() + "|" + confirmed.staffUserId());
    Map<String, StaffTask> byStaff = tasks.getOrDefault(confirmed.msgId(), new HashMap<>());
    byStaff.computeIfPresent(
        confirmed.staffUserId(), (k, task) -> task.confirmed(confirmed.results(), moment.at()));
    LocalDate day = LocalDate.ofInstant(moment.at(), settings.zone());
    confirmed
        .results()
        .forEach(
            (customer, status) -> {
              if (status == StaffDesk.SENT) {
                String staff = confirmed.staffUserId();
                sentOnDay.merge(dayKey(staff, customer, day), 1, Integer::sum);
                sentInMonth.merge(monthKey(customer, day), 1, Integer::sum);
              }
            });
  }

  private void cancelled(MassSendFact.Cancelled cancelled) {
    Map<String, StaffTask> byStaff = tasks.getOrDefault(cancelled.msgId(), new HashMap<>());
    byStaff.replaceAll((staff, task) -> task.open() ? task.withdrawn() : task);
    byStaff.keySet().forEach(staff -> open.remove(cancelled.msgId() + "|" + staff));
  }

  private static String dayKey(String staff, String customer, LocalDate day) {
    return staff + "|" + customer + "|" + day;
  }

  private static String monthKey(String customer, LocalDate day) {
    return customer + "|" + YearMonth.from(day);
  }
}
