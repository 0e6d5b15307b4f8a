package dev.siyu.access;

/** What a person is to Siyu; what each may do is in the table of permissions of the web. */
public enum Role {
  /** 运营: draws, launches and mends journeys. */
  DESIGNER,
  /** 部门负责人: decides. */
  MANAGER,
  /** 导购 / 客服: sees customers. */
  STAFF,
  /** 审计: reads everything, changes nothing. */
  AUDITOR,
  /** 一把手: reads the numbers. */
  BOSS,
  /** 财务: reads the money, signs for the finance department. */
  FINANCE,
  /** 管理员: runs the system and knows its people. */
  ADMIN
}
