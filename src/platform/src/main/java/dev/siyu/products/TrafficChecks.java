package dev.siyu.products;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The five checks of a traffic product, to be read aloud. A figure nobody measured does not pass: a
 * product must show that it draws customers to its star.
 */
final class TrafficChecks {

  private TrafficChecks() {}

  static List<TrafficCheck> of(Product traffic, @Nullable Product star, ProductSettings limits) {
    return List.of(
        related(traffic, star, limits),
        broad(traffic, limits),
        sustainable(traffic, limits),
        valuable(traffic, limits),
        cheap(traffic, star, limits));
  }

  /** 强关联: its buyers go on to the star product. */
  static TrafficCheck related(Product traffic, @Nullable Product star, ProductSettings limits) {
    if (star == null) {
      return failed("related", "没有关联的明星品", "no star product is named");
    }
    return share(
        "related",
        traffic.toStarBp(),
        limits.related(),
        "买过它的客户中 %s 随后买了" + star.name(),
        "%s of its buyers went on to " + star.name());
  }

  /** 普适: many customers want it. */
  static TrafficCheck broad(Product traffic, ProductSettings limits) {
    return share(
        "broad",
        traffic.buyersBp(),
        limits.broad(),
        "全部客户中 %s 买过",
        "%s of all customers bought it");
  }

  /** 可持续: on sale for long, in stock, and not below cost. */
  static TrafficCheck sustainable(Product traffic, ProductSettings limits) {
    var months = traffic.monthsSold();
    var stock = traffic.stockUnits();
    if (traffic.marginCents() < 0) {
      return failed("sustainable", "低于成本，卖得越多亏得越多", "below cost: each sale loses money");
    }
    if (stock != null && stock < limits.stock()) {
      return failed(
          "sustainable",
          "库存 %d 件（至少 %d 件）".formatted(stock, limits.stock()),
          "stock of %d (at least %d)".formatted(stock, limits.stock()));
    }
    if (months == null) {
      return failed("sustainable", "在售时间未知", "not known how long it was on sale");
    }
    return new TrafficCheck(
        "sustainable",
        months >= limits.months(),
        "在售 %d 个月（至少 %d 个月）".formatted(months, limits.months()),
        "on sale for %d months (at least %d)".formatted(months, limits.months()));
  }

  /** 有真实价值: its buyers come back for it. */
  static TrafficCheck valuable(Product traffic, ProductSettings limits) {
    return share(
        "valuable",
        traffic.againBp(),
        limits.again(),
        "买过的客户中 %s 再次购买",
        "%s of its buyers bought it again");
  }

  /** 低价: a small part of the star product's price. */
  static TrafficCheck cheap(Product traffic, @Nullable Product star, ProductSettings limits) {
    if (star == null) {
      return failed("cheap", "没有可比的明星品", "no star product to compare with");
    }
    long percent = Math.ceilDiv(100 * traffic.priceCents(), star.priceCents());
    return new TrafficCheck(
        "cheap",
        percent <= limits.cheap(),
        "价格是明星品的 %d%%（最多 %d%%）".formatted(percent, limits.cheap()),
        "%d%% of its star's price (at most %d%%)".formatted(percent, limits.cheap()));
  }

  private static TrafficCheck share(
      String name, @Nullable Integer found, int least, String zh, String en) {
    if (found == null) {
      return failed(name, "还没有数据", "not measured yet");
    }
    return new TrafficCheck(
        name,
        found >= least,
        zh.formatted(percent(found)) + "（至少 " + percent(least) + "）",
        en.formatted(percent(found)) + " (at least " + percent(least) + ")");
  }

  private static TrafficCheck failed(String name, String zh, String en) {
    return new TrafficCheck(name, false, zh, en);
  }

  private static String percent(int basisPoints) {
    return String.format(Locale.ROOT, "%.1f%%", basisPoints / 100.0);
  }
}
