package dev.siyu.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.TestRooms;
import dev.siyu.approvals.ApprovalEnded.Ending;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class ApprovalsTest {

  private static final String CONTENT = "{\"share\":60}";
  private final List<Announcement> announced = new ArrayList<>();
  private final List<ApprovalEnded> ended = new ArrayList<>();
  private TestRooms rooms;
  private Approvals approvals;
  private RequestDesk desk;

  @BeforeEach
  void open() {
    rooms =
        TestRooms.open(
            Map.of(),
            context -> {
              context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
              context.registerBean(JourneyMessages.class, () -> announced::addAll);
              context.addApplicationListener(
                  (ApplicationListener<PayloadApplicationEvent<ApprovalEnded>>)
                      event -> ended.add(event.getPayload()));
            },
            "approvals");
    approvals = rooms.get(Approvals.class);
    desk = rooms.get(RequestDesk.class);
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  @Test
  void shouldStartTheJourneyOfARequestOnce() {
    // when
    var id = approvals.ask(request(CONTENT));

    // then
    assertThat(id).matches("A[0-9]+");
    assertThat(approvals.ask(request(CONTENT))).as("the same question").isEqualTo(id);
    assertThat(announced)
        .singleElement()
        .satisfies(
            start -> {
              assertThat(start.correlationKey()).isEqualTo(id);
              assertThat(start.variables())
                  .containsEntry("approvalId", id)
                  .containsEntry("kind", "AGREEMENT");
            });
  }

  @Test
  void shouldAskNobodyWhenTheCallersTransactionFails() {
    // when
    assertThatThrownBy(
            () ->
                rooms
                    .get(TransactionTemplate.class)
                    .executeWithoutResult(
                        status -> {
                          approvals.ask(request(CONTENT));
                          throw new IllegalStateException("planted");
                        }))
        .hasMessage("planted");

    // then
    assertThat(rooms.jdbc().sql("SELECT count(*) FROM approval_request").query(Long.class).single())
        .isZero();
  }

  @Test
  void shouldVoidTheOpenRequestWhenItsSubjectIsEdited() {
    // given
    var first = approvals.ask(request(CONTENT));

    // when
    var second = approvals.ask(request("{\"share\":70}"));

    // then
    assertThat(second).isNotEqualTo(first);
    assertThat(ended)
        .singleElement()
        .satisfies(
            end -> {
              assertThat(end.id()).isEqualTo(first);
              assertThat(end.ending()).isEqualTo(Ending.WITHDRAWN);
            });
    assertThat(announced)
        .extracting(Announcement::name)
        .containsExactly(
            "approval-asked-agreement", "approval-withdrawn", "approval-asked-agreement");
  }

  @Test
  void shouldHandOutWhatWasApprovedOnce() {
    // given
    approve(approvals.ask(request(CONTENT)));

    // when
    var used = approvals.redeem(ApprovalKind.AGREEMENT, "G3", CONTENT);

    // then
    assertThat(used).isPresent();
    assertThat(approvals.redeem(ApprovalKind.AGREEMENT, "G3", CONTENT)).as("again").isEmpty();
    assertThat(refusals()).containsExactly("ALREADY_USED");
  }

  @Test
  void shouldHandOutNothingElseThanWhatWasApproved() {
    // given
    approve(approvals.ask(request(CONTENT)));

    // then
    assertThat(approvals.redeem(ApprovalKind.AGREEMENT, "G3", "{\"share\":61}")).isEmpty();
    assertThat(refusals())
        .as("an edit after the approval")
        .containsExactly("EDITED_AFTER_APPROVAL");
    assertThat(approvals.redeem(ApprovalKind.AGREEMENT, "G4", CONTENT)).isEmpty();
    assertThat(approvals.redeem(ApprovalKind.DISPUTE, "G3", CONTENT)).isEmpty();
  }

  @Test
  void shouldForgetAnApprovalAfterItsTime() {
    // given
    approve(approvals.ask(request(CONTENT)));

    // when
    rooms.pass(Duration.ofDays(7));

    // then
    assertThat(approvals.redeem(ApprovalKind.AGREEMENT, "G3", CONTENT)).isEmpty();
    assertThat(refusals()).containsExactly("APPROVAL_EXPIRED");
  }

  @Test
  void shouldKeepTheRefusalAlsoWhenTheCallerGivesUp() {
    // given
    approve(approvals.ask(request(CONTENT)));

    // when
    assertThatThrownBy(
            () ->
                rooms
                    .get(TransactionTemplate.class)
                    .executeWithoutResult(
                        status -> {
                          approvals.redeem(ApprovalKind.AGREEMENT, "G3", "{\"share\":61}");
                          throw new IllegalStateException("not approved");
                        }))
        .hasMessage("not approved");

    // then
    assertThat(refusals()).containsExactly("EDITED_AFTER_APPROVAL");
  }

  private List<String> refusals() {
    return rooms.jdbc().sql("SELECT rule FROM approval_refusal").query(String.class).list();
  }

  @Test
  void shouldForgetAnApprovalWhenTheSubjectIsAskedAboutAnew() {
    // given
    approve(approvals.ask(request(CONTENT)));

    // when
    approvals.ask(request("{\"share\":70}"));

    // then
    assertThat(approvals.redeem(ApprovalKind.AGREEMENT, "G3", CONTENT)).isEmpty();
  }

  @Test
  void shouldTakeBackWhatIsOpen() {
    // given
    approvals.ask(request(CONTENT));

    // then
    assertThat(approvals.withdraw(ApprovalKind.AGREEMENT, "G3", "不需要了", "ops")).isTrue();
    assertThat(approvals.withdraw(ApprovalKind.AGREEMENT, "G3", "不需要了", "ops")).isFalse();
    assertThat(ended).extracting(ApprovalEnded::reason).containsExactly("不需要了 (ops)");
  }

  private void approve(String id) {
    var asked = rooms.get(RequestTable.class).find(AskedRequest.number(id)).orElseThrow();
    assertThat(desk.end(asked, Ending.APPROVED, List.of("boss"), "")).isTrue();
    assertThat(desk.end(asked, Ending.REJECTED, List.of("boss"), "")).as("twice").isFalse();
  }

  private static ApprovalRequest request(String content) {
    return new ApprovalRequest(
        ApprovalKind.AGREEMENT,
        "G3",
        "三部门分账协议",
        "Agreement of three departments",
        List.of(new ApprovalRequest.Fact("电商部", "E-commerce", "60 %")),
        content,
        "ops",
        List.of("电商部", "门店"),
        1_000_00L,
        null,
        "/agreements/G3");
  }
}
