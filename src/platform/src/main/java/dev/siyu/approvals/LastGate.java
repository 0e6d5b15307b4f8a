package dev.siyu.approvals;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Remembers what was to take effect without its approval. The row is written after the caller's
 * transaction, which may be rolled back because of the refusal.
 */
@Component
class LastGate {

  private static final Logger log = LoggerFactory.getLogger(LastGate.class);
  private static final String NEWEST =
      """
      SELECT id, state, hash, valid_until, redeemed_at FROM approval_request
      WHERE kind = :kind AND subject = :subject ORDER BY id DESC LIMIT 1
      """;

  /** Why an approval does not open the gate; the name is kept in the refusal's row. */
  enum Rule {
    NOT_APPROVED("没有通过的审批"),
    EDITED_AFTER_APPROVAL("内容在审批之后改过"),
    ALREADY_USED("这次审批已经用过"),
    APPROVAL_EXPIRED("审批已过有效期");

    final String zh;

    Rule(String zh) {
      this.zh = zh;
    }
  }

  private record Newest(
      long id,
      String state,
      String hash,
      @Nullable OffsetDateTime validUntil,
      @Nullable OffsetDateTime redeemedAt) {

    Rule rule(String attempted) {
      if (!state.startsWith("APPROVED")) {
        return Rule.NOT_APPROVED;
      }
      if (!hash.equals(attempted)) {
        return Rule.EDITED_AFTER_APPROVAL;
      }
      return redeemedAt == null ? Rule.APPROVAL_EXPIRED : Rule.ALREADY_USED;
    }
  }

  private final JdbcClient jdbc;
  private final RefusalTable refusals;
  private final TransactionTemplate own;
  private final Clock clock;

  LastGate(JdbcClient jdbc, RefusalTable refusals, TransactionTemplate transactions, Clock clock) {
    this.jdbc = jdbc;
    this.refusals = refusals;
    this.own =
        new TransactionTemplate(
            java.util.Objects.requireNonNull(transactions.getTransactionManager()));
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  void refused(ApprovalKind kind, String subject, String hash) {
    newest(kind, subject)
        .ifPresent(
            asked -> {
              var rule = asked.rule(hash);
              log.warn(
                  "SIYU-8025 A{} does not let {} {} take effect: {}; kept for the audit",
                  asked.id(),
                  kind,
                  subject,
                  rule);
              later(asked.id(), rule, clock.instant());
            });
  }

  private void later(long request, Rule rule, Instant now) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      write(request, rule, now);
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            write(request, rule, now);
          }
        });
  }

  private void write(long request, Rule rule, Instant now) {
    own.executeWithoutResult(
        status -> refusals.addStranger(request, "siyu", rule.name(), rule.zh, now));
  }

  private Optional<Newest> newest(ApprovalKind kind, String subject) {
    return jdbc.sql(NEWEST)
        .param("kind", kind.name())
        .param("subject", subject)
        .query(Newest.class)
        .optional();
  }
}
