package dev.siyu.wecom;

import java.util.Arrays;
import java.util.Optional;

/** The six groups of the tag system; a tag's name begins with the sign of its group. */
public enum TagFamily {
  FOLLOW_UP("跟进状态", "跟进"),
  SOURCE("来源渠道", "来源"),
  ATTRIBUTE("客户属性", "层级", "属性"),
  PRODUCT("产品类型", "产品"),
  CONTENT("内容类型", "内容"),
  CAMPAIGN("营销活动", "活动");

  private final String group;
  private final String[] signs;

  TagFamily(String group, String... signs) {
    this.group = group;
    this.signs = signs;
  }

  /** Name of the group at WeCom. */
  public String group() {
    return group;
  }

  /** The family of a group's name; empty for groups that people made for themselves. */
  public static Optional<TagFamily> ofGroup(String name) {
    return Arrays.stream(values()).filter(one -> one.group.equals(name)).findFirst();
  }

  /** The family a tag like 来源/门店 belongs to. */
  static Optional<TagFamily> ofTag(String name) {
    var sign = name.split("/", 2)[0];
    return Arrays.stream(values())
        .filter(one -> name.contains("/") && Arrays.asList(one.signs).contains(sign))
        .findFirst();
  }
}
