package dev.siyu.approvals;

import dev.siyu.approvals.ApprovalInbox.Level;
import dev.siyu.approvals.ApprovalInbox.Page;
import dev.siyu.approvals.ApprovalInbox.Todo;
import dev.siyu.engine.Forms;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts together what the page of a request shows to a person. */
@Component
class RequestPage {

  private final LevelTable levels;
  private final DecisionTable decisions;
  private final NoteTable notes;
  private final RefusalTable refusals;
  private final TaskReads tasks;
  private final Humans humans;
  private final Entitlement entitlement;
  private final ObjectProvider<Forms> forms;

  RequestPage(
      LevelTable levels,
      DecisionTable decisions,
      NoteTable notes,
      RefusalTable refusals,
      TaskReads tasks,
      Humans humans,
      Entitlement entitlement,
      ObjectProvider<Forms> forms) {
    this.levels = levels;
    this.decisions = decisions;
    this.notes = notes;
    this.refusals = refusals;
    this.tasks = tasks;
    this.humans = humans;
    this.entitlement = entitlement;
    this.forms = forms;
  }

  Page of(AskedRequest asked, Human person) {
    return new Page(
        asked.name(),
        asked.request(),
        asked.hash(),
        asked.askedAt(),
        asked.ending(),
        asked.endedAt(),
        asked.reason(),
        levels.reason(asked.id()),
        levels.of(asked.id()).stream().map(RequestPage::level).toList(),
        decisions.of(asked.id()).stream().map(DecisionTable.Row::said).toList(),
        notes.of(asked.id()),
        refusals.of(asked.id()),
        asked.isOpen() ? todo(asked, person) : List.of());
  }

  private List<Todo> todo(AskedRequest asked, Human person) {
    boolean own = humans.requester(asked).filter(person::isSameAs).isPresent();
    return tasks.undecidedOf(asked.name()).stream()
        .flatMap(task -> todo(asked, person, own, task).stream())
        .toList();
  }

  private Optional<Todo> todo(AskedRequest asked, Human person, boolean own, TaskReads.Task task) {
    if (task.isForRequester()) {
      return asked.isBy(person) ? Optional.of(todo(task, null)) : Optional.empty();
    }
    if (own) {
      return Optional.empty();
    }
    var right = entitlement.of(person, task.group(), asked.request().kind(), List.of());
    return right.entitled() ? Optional.of(todo(task, right.principal())) : Optional.empty();
  }

  private Todo todo(TaskReads.Task task, @Nullable Human principal) {
    var formKey = task.formKey();
    var shelf = forms.getIfAvailable();
    return new Todo(
        task.key(),
        task.group(),
        task.isForRequester(),
        principal == null ? null : principal.name(),
        task.claimedBy(),
        formKey == null || shelf == null ? null : shelf.schema(formKey).orElse(null));
  }

  private static Level level(LevelTable.Row row) {
    return new Level(
        row.number(),
        row.groups(),
        row.signed(),
        row.needed(),
        row.openedAt(),
        row.deadline(),
        row.endedAt());
  }
}
