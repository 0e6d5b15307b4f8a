package dev.siyu.attribution;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was known of an order when its money was attributed. It is frozen: later merges, hand-overs
 * and adds do not change it.
 *
 * @param customerId customer at that time
 * @param facts only those that are known
 * @param relations whose WeCom contact the customer was up to the payment, oldest first
 * @param paidBefore the customer's earlier orders, oldest first, at most the last 50
 * @param touchedAt last message that reached the customer before; null for none
 */
public record Evidence(
    String source,
    String orderId,
    String customerId,
    long amountCents,
    Instant paidAt,
    boolean first,
    Map<Fact, String> facts,
    List<Relation> relations,
    List<Instant> paidBefore,
    @Nullable Instant touchedAt) {

  /** What rules can ask for. */
  public enum Fact {
    MALL("商城"),
    SHOP("店铺"),
    CHANNEL("下单渠道"),
    SCENE("场景"),
    SHARER("分享员"),
    LIVE("直播间"),
    COUNTRY("地区"),
    /** Live code or channel the customer's owner added them through. */
    ADDED_VIA("添加渠道"),
    STAFF("归属员工"),
    /** Department whose customer it is, by the agreement's owner rules. */
    OWNER("归属部门");

    private final String zh;

    Fact(String zh) {
      this.zh = zh;
    }

    public String zh() {
      return zh;
    }
  }

  /** A WeCom relation; {@code until} only when it ended before the payment. */
  public record Relation(
      String staff, @Nullable String channel, Instant since, @Nullable Instant until) {}

  public Evidence {
    facts = facts.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(facts));
    relations = List.copyOf(relations);
    paidBefore = List.copyOf(paidBefore);
  }
}
