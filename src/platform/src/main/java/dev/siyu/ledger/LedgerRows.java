package dev.siyu.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Journals and entries as JSON arrays for jsonb_to_recordset, and their hashes. */
final class LedgerRows {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  record JournalRow(
      String key, String kind, String month, String note, String hash, String actor) {}

  record EntryRow(
      String key,
      String account,
      String department,
      long cents,
      String source,
      @Nullable String orderId,
      @Nullable String refundSource,
      @Nullable String refundId) {}

  private LedgerRows() {}

  static String journals(List<Journal> journals) {
    return MAPPER.writeValueAsString(
        journals.stream()
            .map(
                one ->
                    new JournalRow(
                        one.key(),
                        one.kind().name(),
                        one.month().atDay(1).toString(),
                        one.note(),
                        hash(one),
                        one.actor()))
            .toList());
  }

  static String entries(List<Journal> journals) {
    return MAPPER.writeValueAsString(
        journals.stream()
            .flatMap(one -> one.entries().stream().map(entry -> row(one.key(), entry)))
            .toList());
  }

  private static EntryRow row(String key, Journal.Entry entry) {
    var order = entry.item().order();
    var refund = entry.item().refund();
    return new EntryRow(
        key,
        entry.account().name(),
        entry.department(),
        entry.cents(),
        Objects.requireNonNull(order == null ? refund : order).source(),
        order == null ? null : order.id(),
        refund == null ? null : refund.source(),
        refund == null ? null : refund.id());
  }

  static String refs(Collection<Item.Ref> refs) {
    return MAPPER.writeValueAsString(refs);
  }

  /** Over everything but the note, which is for people only. */
  static String hash(Journal journal) {
    var text =
        journal.kind()
            + journal.entries().stream()
                .map(
                    entry ->
                        String.join(
                            "|",
                            entry.account().name(),
                            entry.department(),
                            Long.toString(entry.cents()),
                            entry.item().key()))
                .sorted()
                .collect(Collectors.joining("\n", "\n", ""));
    return DigestUtils.sha256Hex(text);
  }
}
