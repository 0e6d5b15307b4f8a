package dev.siyu.content;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The placeholders a text may use. Any of them may be empty when nothing is known. */
enum Placeholder {
  NAME(PlaceholderType.TEXT, 30, "客户称呼", "customer's name"),
  COUPON(PlaceholderType.CODE, 32, "旅程刚发的优惠券码", "code of the coupon the journey issued"),
  PRODUCT(PlaceholderType.TEXT, 60, "素材包的商品名", "product name of the kit"),
  LINK(PlaceholderType.URL, 200, "素材包的下单链接", "order link of the kit"),
  CHANNEL(PlaceholderType.TEXT, 30, "来源渠道名称", "name of the source channel"),
  DATE(PlaceholderType.DATE, 6, "发送当天的日期", "day of sending");

  final PlaceholderType type;

  /** Characters to reckon with when a text's length is checked. */
  final int longest;

  final String meaning;
  final String meaningEn;

  Placeholder(PlaceholderType type, int longest, String meaning, String meaningEn) {
    this.type = type;
    this.longest = longest;
    this.meaning = meaning;
    this.meaningEn = meaningEn;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Placeholder> find(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
