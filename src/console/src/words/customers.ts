export const customers = {
  zh: {
    coupons: { title: '优惠券', none: '还没有优惠券', foreign: '商城自己发的券', state: { ISSUED: '未使用', USED: '已使用', EXPIRED: '已过期' }, issued: '{at} 发放', until: '{at} 到期', ended: '{at}', order: '订单 {id}' },
    title: '客户', lead: '同一个人在企业微信和商城只算一位。', search: '按姓名、编号查找', stage: '阶段', anyStage: '全部阶段',
    name: '客户', channel: '来源渠道', orders: '订单', net: '净消费', last: '最近动态',
    none: '还没有客户', noneHint: '有人添加导购，或在示例模式下开始「样本回放」后，客户会出现在这里。', noMatch: '没有找到客户', noMatchHint: '换个关键词，或清除阶段筛选。', clear: '清除筛选',
    added: '添加于 {at}', staff: '跟进导购', noStaff: '目前没有跟进导购', former: '（已解除）', tags: '标签', noTags: '还没有标签', consent: '同意联系', noConsent: '未同意联系', zone: '所在时区', paid: '实付', refunded: '退款', netLong: '净消费', orderCount: '{n} 笔订单', external: '企业微信 ID', union: '商城 ID',
    timeline: '时间线', filter: '只看', emptyTimeline: '还没有动态', emptyTimelineHint: '这位客户的每个事件、触达、订单和阶段变化都会按时间排在这里。', noKind: '已加载的记录里没有这类', openRun: '查看旅程',
    why: '为什么（没）收到？', whyStep: '旅程步骤', whyChoose: '请选择一个步骤', whyNotIn: '{name}（未进入）', whyHint: '选一个步骤，用一句话说明这位客户为什么收到、没收到，或什么时候会收到。',
  },
  en: {
    coupons: { title: 'Coupons', none: 'No coupons yet', foreign: 'issued by the mall itself', state: { ISSUED: 'unused', USED: 'used', EXPIRED: 'expired' }, issued: 'issued {at}', until: 'runs out {at}', ended: '{at}', order: 'order {id}' },
    title: 'Customers', lead: 'One person counts once, over WeCom and mall.', search: 'Find by name or number', stage: 'Stage', anyStage: 'All stages',
    name: 'Customer', channel: 'Channel', orders: 'Orders', net: 'Net spend', last: 'Last event',
    none: 'No customers yet', noneHint: 'They appear when somebody adds a staff member, or when a sample replay is started in sample mode.', noMatch: 'No customer found', noMatchHint: 'Try other words, or clear the stage filter.', clear: 'Clear filters',
    added: 'added {at}', staff: 'Staff', noStaff: 'No staff member at present', former: '(ended)', tags: 'Tags', noTags: 'No tags yet', consent: 'May be contacted', noConsent: 'No consent to contact', zone: 'Time zone', paid: 'Paid', refunded: 'Refunded', netLong: 'Net spend', orderCount: '{n} orders', external: 'WeCom id', union: 'Mall id',
    timeline: 'Timeline', filter: 'Show', emptyTimeline: 'Nothing happened yet', emptyTimelineHint: 'Every event, touch, order and change of stage of this customer is listed here in order.', noKind: 'None of this kind among the loaded records', openRun: 'Open run',
    why: 'Why (not) this message?', whyStep: 'Step of a journey', whyChoose: 'Choose a step', whyNotIn: '{name} (never entered)', whyHint: 'Choose a step: one sentence says why this customer got it, did not, or when they will.',
  },
};
