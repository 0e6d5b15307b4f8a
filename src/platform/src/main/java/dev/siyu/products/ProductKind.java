package dev.siyu.products;

/** What a product is for, from standardisation and margin. */
public enum ProductKind {
  /** 引流: wins the first order near break-even and leads to a star product. */
  TRAFFIC,
  /** 明星: standard, good margin, bought again; carries repurchase. */
  STAR,
  /** 个性化: for a taste or a need of few. */
  PERSONAL,
  /** 贵族: dear, for core customers. */
  NOBLE
}
