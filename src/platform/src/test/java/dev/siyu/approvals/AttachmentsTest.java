package dev.siyu.approvals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.approvals.ApprovalAttachments.Outcome;
import dev.siyu.approvals.ApprovalInbox.Answer;
import dev.siyu.files.Zip;
import java.util.Arrays;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttachmentsTest {

  private static final byte[] PDF = "%PDF-1.7 offer".getBytes(UTF_8);

  private ApprovalRig rig;
  private ApprovalAttachments attachments;
  private String id = "";

  @BeforeEach
  void open() {
    rig = new ApprovalRig();
    attachments = rig.get(ApprovalAttachments.class);
    id = rig.open(ApprovalKind.ATTRIBUTION, "ops", 10_000_000);
    rig.task(7, id, "dept:电商部");
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void shouldKeepAFileOnceForThoseWhoSeeTheRequest() {
    // when
    attachments.attach(id, "C:\\offers\\报价.pdf", PDF, "ops");
    attachments.attach(id, "again.pdf", PDF, "ecom");

    // then
    assertThat(attachments.of(id, "store"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.name()).isEqualTo("报价.pdf");
              assertThat(one.mime()).isEqualTo("application/pdf");
              assertThat(one.person()).isEqualTo("ops");
            });
    rig.person("staff", "门店", "STAFF", null);
    assertThat(attachments.of(id, "staff")).isEmpty();
    assertThat(attachments.bytes(id, attachments.of(id, "ops").getFirst().id(), "staff")).isEmpty();
    assertThat(attachments.attach(id, "x.pdf", PDF, "staff")).isInstanceOf(Outcome.NotFound.class);
  }

  @Test
  void shouldTellByContentAndSize() {
    assertThat(attachments.attach(id, "offer.pdf", "MZ program".getBytes(UTF_8), "ops"))
        .isInstanceOf(Outcome.Wrong.class);
    assertThat(attachments.attach(id, "offer.pdf", Arrays.copyOf(PDF, 5_242_881), "ops"))
        .isInstanceOf(Outcome.Wrong.class);
    for (int n = 0; n < 10; n++) {
      assertThat(attachments.attach(id, n + ".pdf", ("%PDF-1.7 " + n).getBytes(UTF_8), "ops"))
          .isInstanceOf(Outcome.Attached.class);
    }
    assertThat(attachments.attach(id, "11.pdf", PDF, "ops")).isInstanceOf(Outcome.Wrong.class);
    assertThat(attachments.of(id, "ops")).hasSize(10);
  }

  @Test
  void shouldTakeOfficeFilesAndNoOtherZipAndNoNameThatDeceives() {
    var sheet = Zip.of("[Content_Types].xml", "xl/workbook.xml");
    assertThat(attachments.attach(id, "价格表.xlsx", sheet, "ops"))
        .isInstanceOf(Outcome.Attached.class);
    assertThat(attachments.attach(id, "tools.xlsx", Zip.of("run.exe"), "ops"))
        .as("no office file")
        .isInstanceOf(Outcome.Wrong.class);
    assertThat(attachments.attach(id, "offer.exe", PDF, "ops"))
        .as("says something else")
        .isInstanceOf(Outcome.Wrong.class);
    assertThat(attachments.attach(id, "offer\u202efdp.pdf", PDF, "ops"))
        .as("reads backwards")
        .isInstanceOf(Outcome.Wrong.class);
    assertThat(attachments.of(id, "ops")).hasSize(1);
  }

  @Test
  void shouldWriteDownWhatLayBesideTheRequestWhenItWasDecided() {
    // given
    attachments.attach(id, "offer.pdf", PDF, "ops");

    // when
    assertThat(rig.decide(id, 7, Answer.APPROVE, "ecom"))
        .as("the signed content is the same")
        .isInstanceOf(ApprovalInbox.Outcome.Accepted.class);
    attachments.attach(id, "later.pdf", "%PDF-1.7 later".getBytes(UTF_8), "ops");

    // then
    assertThat(
            rig.rooms
                .jdbc()
                .sql("SELECT array_to_string(attachments, ',') FROM approval_decision")
                .query(String.class)
                .single())
        .isEqualTo(DigestUtils.sha256Hex(PDF));
  }

  @Test
  void shouldLeaveTheTrailAloneAfterTheEnd() {
    rig.get(Approvals.class).withdraw(ApprovalKind.ATTRIBUTION, "S1", "改了", "ops");
    assertThat(attachments.attach(id, "offer.pdf", PDF, "ops")).isInstanceOf(Outcome.Over.class);
  }
}
