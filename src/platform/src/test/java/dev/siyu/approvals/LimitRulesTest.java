package dev.siyu.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class LimitRulesTest {

  private static final String SHIPPED = shipped();

  @Test
  void shouldTakeTheShippedTable() {
    assertThat(LimitRules.objection(SHIPPED)).isNull();
  }

  @Test
  void shouldSayWhoDecides() throws dev.siyu.artifacts.Dmn.Unreadable {
    var limits = LimitsDecision.read(1, SHIPPED);
    assertThat(limits.on(ApprovalKind.ATTRIBUTION, 99_999L, null).who())
        .isEqualTo(Limit.Who.SYSTEM);
    assertThat(limits.on(ApprovalKind.ATTRIBUTION, 100_000L, null).who())
        .isEqualTo(Limit.Who.DEPARTMENT_MANAGER);
    assertThat(limits.on(ApprovalKind.LAUNCH, null, 10_001L).second()).isTrue();
    assertThat(limits.on(ApprovalKind.AGREEMENT, null, null).hours()).isEqualTo(27);
  }

  @Test
  void shouldNotTakeATableThatLetsTheSystemSignAgreements() {
    var table =
        SHIPPED.replaceFirst(
            "\"ALL_DEPARTMENTS\"</text>\\s*</outputEntry>\\s*<outputEntry id=\"rule_4_hours\">",
            "\"SYSTEM\"</text></outputEntry><outputEntry id=\"rule_4_hours\">");
    assertThat(LimitRules.objection(table)).contains("AGREEMENT");
  }

  @ParameterizedTest
  @CsvSource({"6, CORRECTION", "8, DISPUTE"})
  void shouldNotTakeATableThatLetsTheSystemDecideWhoseMoneyItIs(int rule, String kind) {
    var table =
        SHIPPED.replaceFirst(
            "(<outputEntry id=\"rule_" + rule + "_who\">\\s*<text>)\"[A-Z_]+\"", "$1\"SYSTEM\"");
    assertThat(table).isNotEqualTo(SHIPPED);
    assertThat(LimitRules.objection(table)).contains("必须由人决定").contains(kind);
  }

  @Test
  void shouldNotTakeWhatIsNoTableOrHasGaps() {
    assertThat(LimitRules.objection("<x/>")).isNotNull();
    assertThat(LimitRules.objection("<!DOCTYPE x [<!ENTITY y 'z'>]><x/>")).isNotNull();
    assertThat(LimitRules.objection(SHIPPED.replace("\"BOSS\"</text>", "\"NOBODY\"</text>")))
        .isNotNull();
  }

  private static String shipped() {
    try {
      return new ClassPathResource("processes/approval/limits.dmn")
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
