package dev.siyu.simulator.shops;

import java.time.Duration;
import java.time.ZoneId;

/**
 * The two malls' secrets and numbers.
 *
 * @param tokenLifetime of access tokens (WeChat 7200 s; Youzan's live 7 days)
 * @param callsPerMinute per API; 45009 (WeChat) or 4204 (Youzan) beyond
 * @param share who buys where, e.g. {@code wxstore:20,youzan:20}: percent of customers by hash; the
 *     rest and an empty text go to the generic mall
 * @param zone of Youzan's local times
 */
public record ShopSettings(
    String storeAppId,
    String storeSecret,
    String youzanClientId,
    String youzanClientSecret,
    String youzanKdtId,
    Duration tokenLifetime,
    int callsPerMinute,
    String share,
    ZoneId zone) {

  public static final String STORE = "wxstore";
  public static final String YOUZAN = "youzan";

  /** Where this customer buys: wxstore, youzan or mall. */
  public String shopOf(String unionId) {
    int place = Math.floorMod(unionId.hashCode() * 31 + 7, 100);
    int until = 0;
    for (String part : share.isBlank() ? new String[0] : share.split(",")) {
      String[] pair = part.strip().split(":", 2);
      until += Integer.parseInt(pair[1]);
      if (place < until) {
        return pair[0];
      }
    }
    return "mall";
  }
}
