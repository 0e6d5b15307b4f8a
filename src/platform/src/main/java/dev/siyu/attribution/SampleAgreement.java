package dev.siyu.attribution;

import dev.siyu.attribution.Evidence.Fact;
import dev.siyu.attribution.Split.Share;
import dev.siyu.attribution.Terms.OwnerRule;
import dev.siyu.attribution.Terms.SplitRule;
import dev.siyu.attribution.Terms.Turn;
import dev.siyu.attribution.Terms.When;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An agreement of three departments, in force from the beginning in sample mode: the country
 * decides whose customer somebody is, the channel of the add who shares in the first order.
 */
@Component
@ConditionalOnProperty(name = "siyu.mode", havingValue = "sample")
class SampleAgreement implements InitializingBean {

  static final String SHOP = "电商部";
  static final String PRIVATE = "私域运营部";
  static final String STORE = "门店";
  private static final LocalDate BEGINNING = LocalDate.of(2010, 1, 1);

  private final AgreementTable table;
  private final TransactionTemplate transactions;
  private final Clock clock;

  SampleAgreement(AgreementTable table, TransactionTemplate transactions, Clock clock) {
    this.table = table;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public void afterPropertiesSet() {
    transactions.executeWithoutResult(
        status -> {
          if (table.list(null).isEmpty()) {
            var now = clock.instant();
            var id = table.insert(terms(), null, "sample", now);
            table.asked(id, "sample", now);
            var asked = table.find(id).orElseThrow();
            table.takesEffect(asked, BEGINNING, List.of("sample"), "样例协议", now);
          }
        });
  }

  static Terms terms() {
    return new Terms(
        "三部门分账（样例）",
        Terms.EVERY_MALL,
        90,
        365,
        15,
        Terms.LostRefunds.OWNER,
        BEGINNING,
        null,
        List.of(SHOP, PRIVATE, STORE),
        List.of(
            owner("门店加的客户", Fact.ADDED_VIA, "store", STORE),
            owner("英国客户", Fact.COUNTRY, "United Kingdom", PRIVATE),
            owner("其他地区客户", Fact.COUNTRY, "*", SHOP)),
        List.of(
            rule(
                "门店引流首单",
                when(Turn.FIRST, Map.of(Fact.ADDED_VIA, List.of("store"))),
                new Share(STORE, 7_000),
                new Share(PRIVATE, 3_000)),
            rule(
                "付费引流首单",
                when(Turn.FIRST, Map.of(Fact.ADDED_VIA, List.of("ads", "sms", "ai-call"))),
                new Share(SHOP, 5_000),
                new Share(PRIVATE, 5_000)),
            rule(
                "其他首单",
                when(Turn.FIRST, Map.of(Fact.OWNER, List.of("*"))),
                new Share(SHOP, 3_333),
                new Share(PRIVATE, 3_333),
                new Share(STORE, 3_334)),
            rule(
                "复购归属部门",
                when(Turn.REPEAT, Map.of(Fact.OWNER, List.of("*"))),
                new Share(Terms.OWNER, 6_000),
                new Share(PRIVATE, 2_500),
                new Share(SHOP, 1_500)),
            rule("无归属", when(Turn.ANY, Map.of()), new Share(SHOP, Terms.WHOLE))));
  }

  private static OwnerRule owner(String name, Fact fact, String pattern, String department) {
    return new OwnerRule(name, when(Turn.ANY, Map.of(fact, List.of(pattern))), department);
  }

  private static When when(Turn turn, Map<Fact, List<String>> facts) {
    return new When(turn, facts);
  }

  private static SplitRule rule(String name, When when, Share... shares) {
    return new SplitRule(name, when, List.of(shares));
  }
}
