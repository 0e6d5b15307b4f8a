package dev.siyu.attribution;

import dev.siyu.attribution.Evidence.Fact;
import dev.siyu.attribution.Split.Share;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What departments agree on. The first matching rule of each list decides.
 *
 * @param scope mall it holds for; {@value #EVERY_MALL} for all that have no agreement of their own
 * @param protectionDays how long the first owner keeps a customer after the add or the last order,
 *     whoever adds them meanwhile (保护期), 0..3650
 * @param windowDays how long after an add, an order or a message the owner still counts, 1..3650
 * @param afterSaleDays days until an order can become final, 0..365
 * @param lostRefunds who bears refunds that find no order
 * @param from first day, in the shop's zone
 * @param to first day it no longer holds; null: until the next version
 * @param signers departments that must sign
 * @param owners whose customer it is; nobody's when none matches
 * @param rules the last one matches always
 */
public record Terms(
    String title,
    String scope,
    int protectionDays,
    int windowDays,
    int afterSaleDays,
    LostRefunds lostRefunds,
    LocalDate from,
    @Nullable LocalDate to,
    List<String> signers,
    List<OwnerRule> owners,
    List<SplitRule> rules) {

  public static final String EVERY_MALL = "*";

  /** Stands for the owner's department in shares. */
  public static final String OWNER = "@owner";

  static final int WHOLE = 10_000;

  /** Refunds that find no order (无原单退款). */
  public enum LostRefunds {
    /** The department whose customer it is at the time; nobody where there is none. */
    OWNER,
    /** Nobody, until people correct it. */
    NOBODY
  }

  /** Which order of the customer it is. */
  public enum Turn {
    ANY,
    FIRST,
    REPEAT
  }

  /**
   * Conditions that must all hold.
   *
   * @param facts for each fact the values it may have; {@code *} stands for any letters
   */
  public record When(Turn turn, Map<Fact, List<String>> facts) {
    public When {
      facts = Map.copyOf(facts);
    }
  }

  /** Whose customer somebody is. */
  public record OwnerRule(String name, When when, String department) {}

  /** Who gets how much; {@value Terms#OWNER} is the owner's department. */
  public record SplitRule(String name, When when, List<Share> shares) {
    public SplitRule {
      shares = List.copyOf(shares);
    }
  }

  public Terms {
    signers = List.copyOf(signers);
    owners = List.copyOf(owners);
    rules = List.copyOf(rules);
  }

  /** All departments that get something or sign. */
  public TreeSet<String> departments() {
    var all = new TreeSet<>(signers);
    owners.forEach(rule -> all.add(rule.department()));
    rules.forEach(rule -> rule.shares().forEach(share -> all.add(share.department())));
    all.remove(OWNER);
    return all;
  }
}
