package dev.siyu.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.approvals.ApprovalRequest.Fact;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

class CardFacesTest {

  private static final Instant NOON = Instant.parse("2026-12-01T04:00:00Z");
  private static final String REASON = "金额超过部门权限 1 万元，需要负责人签字";

  private final CardFaces faces =
      new CardFaces(URI.create("https://siyu.example"), ZoneId.of("Asia/Shanghai"));

  @Test
  void shouldKeepTheReasonHoweverLongTheFactsAre() {
    // given
    var facts = List.of(new Fact("改了什么", "What changed", "长".repeat(300)));

    // when
    var quote = quote(facts, REASON);

    // then
    assertThat(quote).endsWith("依据：" + REASON).startsWith("改了什么 长").contains("…；依据");
    assertThat(quote.length()).as("what a card takes").isLessThanOrEqualTo(120);
  }

  @Test
  void shouldGiveALongReasonTheRoomTheFactsLeave() {
    assertThat(quote(List.of(), "长".repeat(300))).hasSize(120).startsWith("依据：");
    assertThat(quote(List.of(new Fact("价", "Price", "9.90")), "由".repeat(100)))
        .hasSizeLessThanOrEqualTo(120)
        .startsWith("价 9.90；依据：")
        .contains("由".repeat(100));
    assertThat(quote(List.of(new Fact("价", "Price", "9.90")), "")).isEqualTo("价 9.90");
  }

  private String quote(List<Fact> facts, String reason) {
    var request =
        new ApprovalRequest(
            ApprovalKind.PRODUCT,
            "S1",
            "价格",
            "Price",
            facts,
            "{}",
            "ops",
            List.of(),
            1L,
            null,
            null);
    var asked =
        new AskedRequest(
            1, request, DigestUtils.sha256Hex("{}"), null, NOON, null, null, List.of(), "");
    return faces.asked(new CardFaces.About("A1-x", asked, reason, NOON), "").quote();
  }
}
