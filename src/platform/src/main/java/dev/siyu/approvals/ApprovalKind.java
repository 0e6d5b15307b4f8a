package dev.siyu.approvals;

/** What is decided. Each kind has its journey, its limits and its form. */
public enum ApprovalKind {
  /** 业绩归属: the revenue shares of one order. */
  ATTRIBUTION,
  /** 分账协议: the agreement between departments. */
  AGREEMENT,
  /** 月度结算: a month's statement. */
  SETTLEMENT,
  /** 更正: a correction of the ledger. */
  CORRECTION,
  /** 争议: a department contests a share. */
  DISPUTE,
  /** 旅程上线: a journey goes to customers. */
  LAUNCH,
  /** 价格与库存: a product's price and stock for private domain. */
  PRODUCT,
  /** 选品: the product matrix of a season. */
  SELECTION,
  /** 启动评估: whether to do private domain at all. */
  READINESS
}
