package dev.siyu.customers;

/** How far a customer has come in the funnel (漏斗). */
public enum Stage {
  POTENTIAL,
  SEED,
  FIRST_ORDER,
  REPURCHASE,
  CORE,
  DORMANT,
  LOST
}
