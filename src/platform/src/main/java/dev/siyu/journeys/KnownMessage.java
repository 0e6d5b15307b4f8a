package dev.siyu.journeys;

import dev.siyu.drawn.Messages;
import java.util.List;
import java.util.Optional;

/** The messages a drawing may listen to; somebody announces each of them. */
record KnownMessage(String name, String label, String labelEn, String correlation) {

  private static final String BY_CUSTOMER = "=customerId";

  /** One run per version of a piece of content. */
  private static final String BY_CONTENT = "=contentKey";

  private static final String BY_APPROVAL = "=approvalId";
  private static final String BY_CHECK = "=readinessKey";
  private static final String BY_DISPUTE = "=disputeKey";
  private static final String BY_MONTH = "=settlementMonth";
  private static final String BY_ROUND = "=selectionKey";

  /** One run per group and week. */
  private static final String BY_GROUP = "=groupId";

  static final List<KnownMessage> ALL =
      List.of(
          new KnownMessage(Messages.CUSTOMER_ADDED, "客户添加好友", "Customer added"),
          new KnownMessage(Messages.CUSTOMER_REPLIED, "客户回复", "Customer replied"),
          new KnownMessage(Messages.COUPON_USED, "使用优惠券", "Coupon used"),
          new KnownMessage(Messages.ORDER_PAID, "订单已付款", "Order paid"),
          new KnownMessage(Messages.ORDER_REFUNDED_FULLY, "订单全额退款", "Order fully refunded"),
          new KnownMessage(Messages.CUSTOMER_LEFT, "客户已离开", "Customer left"),
          new KnownMessage(Messages.ACCOUNT_HAND_OVER_WANTED, "需要移交账号", "Account hand-over wanted"),
          new KnownMessage(Messages.ACCOUNT_REMOVED, "成员已从企业移除", "Account removed", "=handOverId"),
          new KnownMessage(Messages.FIRST_ORDER_WANTED, "需要促成首单", "First order wanted"),
          new KnownMessage(Messages.REPURCHASE_WANTED, "需要促成复购", "Repurchase wanted"),
          new KnownMessage(Messages.CUSTOMER_DORMANT, "客户沉睡", "Customer dormant"),
          new KnownMessage(Messages.CORE_INVITED, "受邀加入核心圈", "Core invited"),
          new KnownMessage(Messages.CORE_MEMBER_JOINED, "成为核心会员", "Core member joined"),
          new KnownMessage(Messages.CORE_WITHDRAWN, "核心资格已撤回", "Core place withdrawn"),
          new KnownMessage(Messages.CONTENT_PLANNED, "选题已定", "Content planned", BY_CONTENT),
          new KnownMessage(Messages.CONTENT_DRAFTED, "初稿已提交", "Content drafted", BY_CONTENT),
          new KnownMessage(Messages.CONTENT_REVIEWED, "审核已决定", "Content reviewed", BY_CONTENT),
          new KnownMessage(Messages.CONTENT_PUBLISHED, "内容已发布", "Content published", BY_CONTENT),
          new KnownMessage(Messages.CONTENT_RETIRED, "内容已停用", "Content retired", BY_CONTENT),
          new KnownMessage(Messages.APPROVAL_ASKED, "有事请示", "Approval asked", BY_APPROVAL),
          new KnownMessage(
              Messages.APPROVAL_ASKED_AGREEMENT, "协议待签", "Agreement asked", BY_APPROVAL),
          new KnownMessage(
              Messages.APPROVAL_ASKED_ATTRIBUTION, "归属待审", "Attribution asked", BY_APPROVAL),
          new KnownMessage(Messages.APPROVAL_ASKED_LAUNCH, "请求上线", "Launch asked", BY_APPROVAL),
          new KnownMessage(Messages.LAUNCH_OVER, "上线有结果", "Launch over", BY_APPROVAL),
          new KnownMessage(Messages.APPROVAL_WITHDRAWN, "审批已撤回", "Approval withdrawn", BY_APPROVAL),
          new KnownMessage(Messages.READINESS_OPENED, "评估已发起", "Check opened", BY_CHECK),
          new KnownMessage(Messages.READINESS_FILLED, "评估已填完", "Check filled in", BY_CHECK),
          new KnownMessage(Messages.READINESS_DECIDED, "评估签批已结束", "Check decided", BY_CHECK),
          new KnownMessage(Messages.READINESS_WITHDRAWN, "评估已撤回", "Check withdrawn", BY_CHECK),
          new KnownMessage(Messages.SELECTION_OPENED, "选品轮次已开", "Selection opened", BY_ROUND),
          new KnownMessage(Messages.SELECTION_SUBMITTED, "选品已提交", "Selection submitted", BY_ROUND),
          new KnownMessage(Messages.SELECTION_DECIDED, "选品签批已结束", "Selection decided", BY_ROUND),
          new KnownMessage(Messages.SELECTION_REVIEWED, "选品复盘已决定", "Selection reviewed", BY_ROUND),
          new KnownMessage(Messages.SELECTION_WITHDRAWN, "选品已取消", "Selection withdrawn", BY_ROUND),
          new KnownMessage(Messages.DISPUTE_OPENED, "争议已提出", "Dispute opened", BY_DISPUTE),
          new KnownMessage(Messages.DISPUTE_ANSWERED, "争议已答复", "Dispute answered", BY_DISPUTE),
          new KnownMessage(Messages.DISPUTE_DECIDED, "争议已裁定", "Dispute decided", BY_DISPUTE),
          new KnownMessage(Messages.DISPUTE_WITHDRAWN, "争议已撤回", "Dispute withdrawn", BY_DISPUTE),
          new KnownMessage(Messages.MONTH_ENDED, "月份已结束", "Month ended", BY_MONTH),
          new KnownMessage(Messages.MONTH_CHECK_WANTED, "要求再查", "Check wanted", BY_MONTH),
          new KnownMessage(Messages.MONTH_SETTLED, "到期业绩已确认", "Month settled", BY_MONTH),
          new KnownMessage(Messages.STATEMENTS_ANSWERED, "结算单已答复", "Statements answered", BY_MONTH),
          new KnownMessage(Messages.MONTH_DECIDED, "月结审批已结束", "Month decided", BY_MONTH),
          new KnownMessage(Messages.MONTH_CALLED_OFF, "月结改为手工", "Month called off", BY_MONTH),
          new KnownMessage("group-joined", "客户已入群", "Group joined"),
          new KnownMessage("group-left", "客户已退群", "Group left"),
          new KnownMessage(Messages.GROUP_WEEK_STARTED, "社群周开始", "Group week started", BY_GROUP),
          new KnownMessage(Messages.GROUP_DISMISSED, "客户群已解散", "Group dismissed", BY_GROUP),
          new KnownMessage(Messages.FISSION_INVITED, "参加裂变", "Fission invited"),
          new KnownMessage(Messages.FISSION_HELPED, "好友助力有效", "Fission helped"),
          // one customer may have several tasks at a time
          new KnownMessage("staff-task-ended", "人工任务结束", "Staff task ended", "=staffTask"));

  private KnownMessage(String name, String label, String labelEn) {
    this(name, label, labelEn, BY_CUSTOMER);
  }

  /** The correlation key drawings must give, also for messages nobody knows. */
  static String correlationOf(String name) {
    return find(name).map(KnownMessage::correlation).orElse(BY_CUSTOMER);
  }

  static Optional<KnownMessage> find(String name) {
    return ALL.stream().filter(message -> message.name().equals(name)).findFirst();
  }
}
