package dev.siyu.content;

import dev.siyu.content.ContentRefused.Why;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Every act in one transaction, with the versions of the piece locked. */
@Component
class GuardedContentDesk implements ContentDesk {

  private final ContentTable table;
  private final PipelineNews news;
  private final JdbcMediaLibrary media;
  private final ContentSettings settings;
  private final TransactionTemplate transactions;

  GuardedContentDesk(
      ContentTable table,
      PipelineNews news,
      JdbcMediaLibrary media,
      ContentSettings settings,
      TransactionTemplate transactions) {
    this.table = table;
    this.news = news;
    this.media = media;
    this.settings = settings;
    this.transactions = transactions;
  }

  @Override
  public Seen create(String key, Draft draft, String actor) {
    DraftInput.check(key, draft);
    return act(
        key,
        versions -> {
          if (!versions.isEmpty()) {
            throw new ContentRefused(Why.TAKEN, "key: " + key + " (expected: a free key)");
          }
          return added(key, 1, draft, "CREATED", actor);
        });
  }

  @Override
  public Seen revise(String key, String actor) {
    return act(
        key,
        versions -> {
          if (versions.isEmpty()) {
            throw unknown(key);
          }
          var newest = versions.getFirst();
          if (isOpen(newest.state())) {
            throw new ContentRefused(
                Why.TAKEN,
                "%s: version %d is %s (expected: no version under way)"
                    .formatted(key, newest.version(), newest.state()));
          }
          var draft = newest.asDraft();
          return added(key, newest.version() + 1, draft, "CREATED", actor);
        });
  }

  @Override
  public Seen edit(Seen seen, Draft draft, String actor) {
    DraftInput.check(seen.key(), draft);
    return act(
        seen,
        row -> {
          if (row.state() != PieceState.DRAFT) {
            throw inState(row, "DRAFT");
          }
          if (row.kind() != draft.kind()) {
            throw new ContentRefused(
                Why.BAD_INPUT, "kind: " + draft.kind() + " (expected: " + row.kind() + ")");
          }
          table.write(row, draft, actor);
          return noted(row, "EDITED", actor, null);
        });
  }

  @Override
  public Seen submit(Seen seen, String actor) {
    return act(
        seen,
        row -> {
          var findings = ReviewRules.findings(question(row));
          if (!findings.isEmpty()) {
            throw new ContentRefused(findings);
          }
          return moved(row, PieceState.IN_REVIEW, "SUBMITTED", actor, null);
        });
  }

  @Override
  public Seen withdraw(Seen seen, String reason, String actor) {
    return act(
        seen,
        row ->
            moved(
                required(row, PieceState.IN_REVIEW), PieceState.DRAFT, "WITHDRAWN", actor, reason));
  }

  @Override
  public Seen approve(Seen seen, @Nullable String reason, String actor) {
    return act(
        seen,
        row -> {
          required(row, PieceState.IN_REVIEW);
          if (row.isWrittenBy(actor)) {
            throw new ContentRefused(
                Why.FOUR_EYES, "%s wrote version %d".formatted(actor, row.version()));
          }
          approvedBefore(row).ifPresent(old -> supersede(old, row.version(), actor));
          return moved(row, PieceState.APPROVED, "APPROVED", actor, reason);
        });
  }

  @Override
  public Seen reject(Seen seen, String reason, String actor) {
    return act(
        seen,
        row ->
            moved(
                required(row, PieceState.IN_REVIEW), PieceState.DRAFT, "REJECTED", actor, reason));
  }

  @Override
  public Seen retire(Seen seen, String reason, String actor) {
    return act(seen, row -> moved(row, PieceState.RETIRED, "RETIRED", actor, reason));
  }

  @Override
  public Seen publish(Seen seen, String actor) {
    return act(
        seen,
        row -> {
          table.published(required(row, PieceState.APPROVED), actor);
          var done = noted(row, "PUBLISHED", actor, null);
          news.published(done);
          return done;
        });
  }

  @Override
  public void nameKit(String product, String name, String actor) {
    DraftInput.checkKit(product, name);
    table.nameKit(product, name.strip(), actor);
  }

  private ReviewRule.Question question(ContentRow row) {
    var ids =
        row.attachments().stream()
            .map(PieceAttachment::media)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return new ReviewRule.Question(
        row.kind(), row.text(), row.attachments(), media.kinds(ids), settings);
  }

  private Seen added(String key, int version, Draft draft, String action, String actor) {
    var row =
        new ContentRow(
            key,
            version,
            1,
            PieceState.DRAFT,
            draft.kind(),
            draft.product(),
            draft.title(),
            draft.text(),
            draft.attachments(),
            List.of(actor));
    if (!table.add(row, actor)) {
      throw new ContentRefused(Why.TAKEN, "key: " + key + " (expected: a free key)");
    }
    table.log(row.seen(), action, actor, null);
    news.planned(row);
    return row.seen();
  }

  private Seen moved(
      ContentRow row, PieceState next, String action, String actor, @Nullable String reason) {
    if (!row.state().canBecome(next)) {
      throw inState(row, "one that may become " + next);
    }
    table.move(row, next, next == PieceState.IN_REVIEW, actor);
    var done = noted(row, action, actor, reason);
    tell(done, next, action);
    return done;
  }

  /** A version that was replaced has not failed: its figures are still wanted. */
  private void tell(Seen done, PieceState next, String action) {
    switch (next) {
      case IN_REVIEW -> news.drafted(done);
      case APPROVED -> news.reviewed(done, action);
      case DRAFT -> news.reviewed(done, action);
      case RETIRED -> {
        if (!action.equals("SUPERSEDED")) {
          news.retired(done);
        }
      }
    }
  }

  private Seen noted(ContentRow row, String action, String actor, @Nullable String reason) {
    var done = new Seen(row.key(), row.version(), row.revision() + 1);
    table.log(done, action, actor, reason);
    return done;
  }

  private Optional<ContentRow> approvedBefore(ContentRow row) {
    return table.locked(row.key()).stream()
        .filter(other -> other.state() == PieceState.APPROVED)
        .findFirst();
  }

  private void supersede(ContentRow old, int version, String actor) {
    moved(old, PieceState.RETIRED, "SUPERSEDED", actor, "v" + version);
  }

  private Seen act(Seen seen, Function<ContentRow, Seen> act) {
    return act(seen.key(), versions -> act.apply(row(versions, seen)));
  }

  private Seen act(String key, Function<List<ContentRow>, Seen> act) {
    return Objects.requireNonNull(transactions.execute(status -> act.apply(table.locked(key))));
  }

  private static ContentRow row(List<ContentRow> versions, Seen seen) {
    var row =
        versions.stream()
            .filter(one -> one.version() == seen.version())
            .findFirst()
            .orElseThrow(() -> unknown(seen.key() + " v" + seen.version()));
    if (row.revision() != seen.revision()) {
      throw new ContentRefused(
          Why.CHANGED,
          "%s v%d: revision %d (now: %d)"
              .formatted(seen.key(), seen.version(), seen.revision(), row.revision()));
    }
    return row;
  }

  private static ContentRow required(ContentRow row, PieceState state) {
    if (row.state() != state) {
      throw inState(row, state.name());
    }
    return row;
  }

  private static boolean isOpen(PieceState state) {
    return state == PieceState.DRAFT || state == PieceState.IN_REVIEW;
  }

  private static ContentRefused unknown(String what) {
    return new ContentRefused(Why.UNKNOWN, what);
  }

  private static ContentRefused inState(ContentRow row, String expected) {
    return new ContentRefused(
        Why.CHANGED,
        "%s v%d is %s (expected: %s)".formatted(row.key(), row.version(), row.state(), expected));
  }
}
