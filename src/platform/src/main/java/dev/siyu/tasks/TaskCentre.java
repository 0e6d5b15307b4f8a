package dev.siyu.tasks;

import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.tasks.StaffTasks.Act;
import dev.siyu.tasks.StaffTasks.Actor;
import dev.siyu.tasks.StaffTasks.Answer;
import dev.siyu.tasks.StaffTasks.NewTask;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The task centre (任务中心): opens, moves and ends staff tasks, and tells who has to know. */
@Component
class TaskCentre implements StaffTasks {

  static final String ENDED = "staff-task-ended";
  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("M月d日 HH:mm");

  private final StaffTaskTable table;
  private final Notices notices;
  private final Team team;
  private final JourneyMessages journeys;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final StaffTaskSettings settings;
  private final ZoneId companyZone;

  TaskCentre(
      StaffTaskTable table,
      Notices notices,
      Team team,
      JourneyMessages journeys,
      TransactionTemplate transactions,
      Clock clock,
      StaffTaskSettings settings,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId companyZone) {
    this.table = table;
    this.notices = notices;
    this.team = team;
    this.journeys = journeys;
    this.transactions = transactions;
    this.clock = clock;
    this.settings = settings;
    this.companyZone = companyZone;
  }

  @Override
  public long open(NewTask task) {
    return transactions.execute(
        status -> opened(task, null, "新任务").orElseGet(() -> table.id(task.key())));
  }

  @Override
  public Optional<StaffTask> find(long id) {
    return table.find(id);
  }

  @Override
  public Answer act(long id, Act act, Actor actor) {
    return transactions.execute(
        status -> {
          var task = table.find(id).filter(found -> mayTouch(found, actor)).orElse(null);
          if (task == null) {
            return new Answer.NotFound();
          }
          var answer = act(task, act, actor);
          boolean late = answer instanceof Answer.TooLate;
          return late ? new Answer.TooLate(table.find(id).orElseThrow().state()) : answer;
        });
  }

  private Answer act(StaffTask task, Act act, Actor actor) {
    var now = clock.instant();
    return switch (act) {
      case Act.Finish done ->
          moved(task, end(task, new StaffTaskEnding.Done(actor.name(), done.note()), now));
      case Act.Postpone later -> postpone(task, later.until(), now);
      case Act.HandOver over -> handOver(task, over, actor, now);
    };
  }

  private Answer postpone(StaffTask task, Instant until, Instant now) {
    if (!until.isAfter(now) || !until.isBefore(task.deadline())) {
      return new Answer.Wrong(
          "until: %s (expected: after %s and before %s)".formatted(until, now, task.deadline()));
    }
    return moved(task, table.move(task, StaffTaskState.POSTPONED, until, task.remindAt()));
  }

  private Answer handOver(StaffTask task, Act.HandOver over, Actor actor, Instant now) {
    var to = over.toStaffUserId();
    if (to.isBlank() || to.equals(task.staffUserId())) {
      return new Answer.Wrong("to: '" + to + "' (expected: a colleague's WeCom user id)");
    }
    var handed = new StaffTaskEnding.HandedOver(actor.name(), to, over.note());
    if (!table.end(task.id(), handed, now)) {
      return new Answer.TooLate(task.state());
    }
    var next =
        new NewTask(
            "handed-over:" + task.id(),
            to,
            task.customerId(),
            task.journey(),
            task.step(),
            task.title(),
            task.content(),
            task.deadline(),
            task.tellLead());
    opened(next, task.root(), task.staffUserId() + " 转交给您");
    return new Answer.Done();
  }

  /** Ends it and, in the same transaction, tells the journey; false when it was over. */
  boolean end(StaffTask task, StaffTaskEnding ending, Instant now) {
    if (!table.end(task.id(), ending, now)) {
      return false;
    }
    journeys.announce(List.of(told(task, ending, now)));
    return true;
  }

  private Announcement told(StaffTask task, StaffTaskEnding ending, Instant now) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("at", now.toString());
    facts.put("taskOutcome", ending.state().name());
    var root = Long.toString(task.root());
    return new Announcement(ENDED + ":" + root, ENDED, root, settings.messageLives(), facts);
  }

  private Optional<Long> opened(NewTask task, @Nullable Long root, String news) {
    var now = clock.instant();
    var remindAt = StaffTaskPlan.remindAt(now, task.deadline(), settings.remindBefore());
    var next = StaffTaskPlan.next(StaffTaskState.OPEN, task.deadline(), null, remindAt);
    var id = table.open(task, root, now, remindAt, next);
    id.ifPresent(
        fresh ->
            notices.tell(
                "staff-task-opened:" + fresh,
                task.staffUserId(),
                news + "：" + task.title() + "，截止 " + in(task.deadline())));
    return id;
  }

  void remind(StaffTask task) {
    var text = "任务即将到期：" + task.title() + "，截止 " + in(task.deadline());
    if (table.move(task, StaffTaskState.OPEN, null, null)) {
      notices.tell("staff-task-reminded:" + task.id(), task.staffUserId(), text);
    }
  }

  void comeBack(StaffTask task) {
    var remindAt = task.remindAt();
    var until = task.until();
    boolean stillAhead = remindAt != null && until != null && until.isBefore(remindAt);
    if (table.move(task, StaffTaskState.OPEN, null, stillAhead ? remindAt : null)) {
      notices.tell(
          "staff-task-back:" + task.id() + ":" + task.until(),
          task.staffUserId(),
          "延后的任务到时间了：" + task.title() + "，截止 " + in(task.deadline()));
    }
  }

  void expire(StaffTask task, Instant now) {
    if (end(task, new StaffTaskEnding.Expired(), now) && task.tellLead()) {
      team.leadOf(task.staffUserId())
          .ifPresent(
              lead ->
                  notices.tell(
                      "staff-task-expired:" + task.id(),
                      lead,
                      task.staffUserId() + " 没有按时完成任务：" + task.title()));
    }
  }

  private static Answer moved(StaffTask task, boolean done) {
    return done ? new Answer.Done() : new Answer.TooLate(task.state());
  }

  private static boolean mayTouch(StaffTask task, Actor actor) {
    return actor.staffUserId() == null || actor.staffUserId().equals(task.staffUserId());
  }

  private String in(Instant at) {
    return SHORT.format(at.atZone(companyZone));
  }
}
