package dev.siyu.attribution;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How an agreement divides an order.
 *
 * @param shares by department name, 10,000 basis points together
 * @param ruleName the rule that matched
 * @param reason which conditions it matched on, for people
 * @param owner department whose customer it is; null for nobody's
 */
public record Split(List<Share> shares, String ruleName, String reason, @Nullable String owner) {

  /** Nobody is entitled yet (待定): no agreement, or a refund of nobody's customer. */
  public static final String NOBODY = "待定";

  /**
   * @param bp basis points (1/100 %), 1..10000
   */
  public record Share(String department, int bp) {}

  public Split {
    shares = List.copyOf(shares);
  }

  /** For people, e.g. {@code 门店 70 %，电商部 30 %}. */
  public static String words(List<Share> shares) {
    return shares.stream()
        .map(share -> share.department() + " " + Asking.percent(share.bp()))
        .collect(Collectors.joining("，"));
  }

  static Split nobody(String reason) {
    return new Split(List.of(new Share(NOBODY, Terms.WHOLE)), "无协议", reason, null);
  }
}
