package dev.siyu.readiness;

import java.util.List;

/**
 * What a department proves. It is scored 0 (nothing) to 4 (done and measured), with evidence.
 *
 * @param id never changes its meaning; a new question has a new id
 */
public record Question(String id, Section section, String zh, String en) {

  public static final int BEST = 4;

  public static final List<Question> ALL =
      List.of(
          of(
              "users-reach",
              Section.USERS,
              "现有可触达的老客有多少，从哪些渠道来？",
              "How many customers can be reached, from which channels?"),
          of(
              "users-owner",
              Section.USERS,
              "用户归属与业绩划分是否已定，谁签过字？",
              "Is it agreed whose customers they are and who earns? Who signed?"),
          of(
              "users-consent",
              Section.USERS,
              "加微是否取得同意，只用官方接口？",
              "Do they consent, by official interfaces only?"),
          of(
              "goods-price",
              Section.GOODS,
              "私域专供品有多少议价权，能否与公域不同？",
              "How much say over prices; can they differ from public channels?"),
          of(
              "goods-stock",
              Section.GOODS,
              "引流品与明星品的库存由谁保证，保证多少？",
              "Who guarantees stock of traffic and star products, how much?"),
          of(
              "goods-matrix",
              Section.GOODS,
              "引流、明星、个性化、贵族产品是否齐备？",
              "Are traffic, star, personal and noble products there?"),
          of(
              "material-kits",
              Section.MATERIAL,
              "主推品是否有完整素材包？",
              "Do promoted products have complete kits?"),
          of(
              "material-people",
              Section.MATERIAL,
              "谁来写、谁来审，每周能出多少？",
              "Who writes, who reviews, how much a week?"),
          of(
              "it-mall",
              Section.IT,
              "小程序商城能否下单、退款、发券？",
              "Does the mini-program mall take orders, refunds, coupons?"),
          of(
              "it-wecom",
              Section.IT,
              "企业微信是否认证，员工账号有几个、养了多久？",
              "Is WeCom verified; how many accounts, how old?"),
          of("it-people", Section.IT, "出了问题谁当天能处理？", "Who mends what breaks, the same day?"),
          of(
              "product-value",
              Section.PRODUCT,
              "客户为什么会再买？复购率是多少？",
              "Why do customers buy again? What is the repurchase rate?"),
          of(
              "product-fit",
              Section.PRODUCT,
              "引流品是否通过五项检查？",
              "Does the traffic product pass the five checks?"),
          of(
              "persona-face",
              Section.PERSONA,
              "客户加的是谁？人设、头像、朋友圈是否一致？",
              "Whom do customers add? Is the persona consistent?"),
          of(
              "persona-trust",
              Section.PERSONA,
              "凭什么信任这个人：专业、口碑、服务？",
              "Why trust this person: skill, word of mouth, service?"),
          of(
              "adding-paths",
              Section.ADDING,
              "每个渠道的链路、钩子、通过率是多少？",
              "Path, hook and acceptance rate of each channel?"),
          of(
              "adding-accounts",
              Section.ADDING,
              "活码分流、每日上限、封号预案是否就位？",
              "Live codes, daily caps, a plan for banned accounts?"),
          of(
              "content-rhythm",
              Section.CONTENT,
              "朋友圈、社群、公众号一周排期是什么？",
              "What is the week's plan of moments, groups, articles?"),
          of(
              "content-effect",
              Section.CONTENT,
              "哪些内容带来过成交，数据在哪里？",
              "Which content sold, where are the figures?"),
          of(
              "closing-first",
              Section.CLOSING,
              "首单转化率是多少，首单能否回本？",
              "First-order conversion; does the first order pay back?"),
          of(
              "closing-team",
              Section.CLOSING,
              "谁跟进成交，一人服务多少客户？",
              "Who closes, how many customers each?"));

  private static Question of(String id, Section section, String zh, String en) {
    return new Question(id, section, zh, en);
  }
}
