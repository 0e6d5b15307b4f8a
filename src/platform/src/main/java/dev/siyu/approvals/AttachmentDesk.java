package dev.siyu.approvals;

import dev.siyu.files.FileFormat;
import dev.siyu.files.FileName;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files while a request is open, from whoever sees it. */
@Component
class AttachmentDesk implements ApprovalAttachments {

  private static final Logger log = LoggerFactory.getLogger(AttachmentDesk.class);
  private static final int LONGEST_NAME = 120;
  private static final Set<FileFormat> TAKEN =
      EnumSet.of(FileFormat.JPEG, FileFormat.PNG, FileFormat.PDF, FileFormat.OFFICE);

  private final AttachmentTable table;
  private final RequestTable requests;
  private final Sight sight;
  private final Humans humans;
  private final ApprovalSettings settings;
  private final TransactionTemplate transactions;
  private final Clock clock;

  AttachmentDesk(
      AttachmentTable table,
      RequestTable requests,
      Sight sight,
      Humans humans,
      ApprovalSettings settings,
      TransactionTemplate transactions,
      Clock clock) {
    this.table = table;
    this.requests = requests;
    this.sight = sight;
    this.humans = humans;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public List<Attachment> of(String request, String person) {
    return sight.of(request, person).map(asked -> table.of(asked.id())).orElse(List.of());
  }

  @Override
  public Optional<Stored> bytes(String request, long id, String person) {
    return sight.of(request, person).flatMap(asked -> table.bytes(asked.id(), id));
  }

  @Override
  public Outcome attach(String request, String name, byte[] bytes, String person) {
    if (bytes.length > settings.attachmentBytes()) {
      return new Outcome.Wrong(
          "%s: %d bytes (expected: at most %d)"
              .formatted(name, bytes.length, settings.attachmentBytes()));
    }
    var plain = FileName.plain(name, "file", LONGEST_NAME);
    var format = FileFormat.of(bytes).filter(TAKEN::contains).orElse(null);
    if (format == null) {
      return new Outcome.Wrong(
          plain + ": its content (expected: JPEG, PNG, PDF, Word, Excel or PowerPoint)");
    }
    var objection = FileName.objection(name, format);
    if (objection.isPresent()) {
      return new Outcome.Wrong(objection.get());
    }
    var file = new Stored(plain, format.mime(), bytes);
    return Objects.requireNonNull(transactions.execute(status -> attach(request, file, person)));
  }

  private Outcome attach(String request, Stored file, String person) {
    var asked = sight.of(request, person).flatMap(seen -> requests.hold(seen.id())).orElse(null);
    if (asked == null) {
      return new Outcome.NotFound();
    }
    if (!asked.isOpen()) {
      return new Outcome.Over();
    }
    var sha256 = DigestUtils.sha256Hex(file.bytes());
    var before = table.of(asked.id());
    boolean known = before.stream().anyMatch(one -> one.sha256().equals(sha256));
    if (!known && before.size() >= settings.attachments()) {
      return new Outcome.Wrong(
          "attachments: %d (expected: at most %d)"
              .formatted(before.size() + 1, settings.attachments()));
    }
    table.add(asked.id(), file, sha256, humans.named(person).orElseThrow(), clock.instant());
    log.info("{} attached {} to {}", person, file.name(), asked.name());
    return new Outcome.Attached(
        table.of(asked.id()).stream()
            .filter(one -> one.sha256().equals(sha256))
            .findFirst()
            .orElseThrow());
  }
}
