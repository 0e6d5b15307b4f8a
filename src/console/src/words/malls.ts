export const identities = {
  zh: {
    title: '身份', none: '还没有外部身份', learnt: '{at} 得知', camewith: '随 {id} 并入', suggestions: '可能是同一个人', merges: '合并与拆分', merged: '{gone} 并入 {kept}', byId: '系统（身份一致）', undone: '{at} 由 {who} 拆分：{why}',
    merge: '合并客户', isSame: '是同一个人', isOther: '不是', undo: '拆分', mergeTitle: '与 {other} 合并', mergeHint: '订单、标签、触达记录合到一位客户名下；并入一方正在进行的旅程随之结束。可以拆分。', undoTitle: '拆分 {gone}', undoHint: '随它并入的订单、身份、标签都回到原来的客户；已结束的旅程不会重新开始。', dismissTitle: '与 {other} 不是同一个人', dismissHint: '这条建议不再出现。',
    other: '另一位客户的编号', otherNeeded: '请填写编号，例如 C10001', save: '确定', saved: '已记录',
  },
  en: {
    title: 'Identities', none: 'No ids of other systems yet', learnt: 'learnt {at}', camewith: 'came with {id}', suggestions: 'May be the same person', merges: 'Merged and taken apart', merged: '{gone} became part of {kept}', byId: 'the system (same id)', undone: 'taken apart {at} by {who}: {why}',
    merge: 'Merge', isSame: 'Same person', isOther: 'Somebody else', undo: 'Take apart', mergeTitle: 'Merge with {other}', mergeHint: 'Orders, tags and touches become one customer\'s; running journeys of the one who goes end. It can be undone.', undoTitle: 'Take {gone} apart', undoHint: 'Orders, ids and tags that came along go back; journeys that ended do not start again.', dismissTitle: '{other} is somebody else', dismissHint: 'This suggestion does not come again.',
    other: 'Number of the other customer', otherNeeded: 'Give a number, e.g. C10001', save: 'Save', saved: 'Recorded',
  },
};

export const malls = {
  zh: {
    title: '商城对账', lead: '启动后、商城中断恢复后和每天，把商城清单与收件箱比对；漏掉的补进收件箱，不会重复生效。', none: '没有连接商城。', agreed: '已一致到 {at}', never: '还没有对过账', missingEver: '累计补回 {n} 条', next: '下次 {at}', now: '现在对账', asked: '已安排，马上开始', why: '原因', span: '范围', listed: '清单', missing: '补回', end: '结束', underWay: '进行中',
  },
  en: {
    title: 'Agreement with the malls', lead: 'After a start, after an outage and daily the mall\'s list is compared with the inbox; what is missing is brought in, nothing takes effect twice.', none: 'No mall is connected.', agreed: 'agreed until {at}', never: 'not compared yet', missingEver: '{n} brought in so far', next: 'next {at}', now: 'Compare now', asked: 'Planned, it starts in a moment', why: 'Why', span: 'Span', listed: 'Listed', missing: 'Brought in', end: 'Ended', underWay: 'under way',
  },
};

export const mallCodes = {
  zh: {
    identity: { wecom: '企业微信', union: 'UnionID', 'wxstore-open': '微信小店买家', 'youzan-open': '有赞买家', 'mall-open': '商城买家' },
    suggestion: { PHONE: '手机号相同', UNION: 'UnionID 相同，但都是企业微信好友', SEPARATED: '曾被拆分，身份又一致' },
    proof: { 'union-id': 'UnionID 一致', 'wecom-id': '企业微信 ID 一致' },
    look: { START: '启动后', OUTAGE: '中断恢复后', DAILY: '每天', PERSON: '手动' },
  },
  en: {
    identity: { wecom: 'WeCom', union: 'union id', 'wxstore-open': 'WeChat Store buyer', 'youzan-open': 'Youzan buyer', 'mall-open': 'mall buyer' },
    suggestion: { PHONE: 'same phone', UNION: 'same union id, but both are WeCom contacts', SEPARATED: 'taken apart before, the ids agree again' },
    proof: { 'union-id': 'same union id', 'wecom-id': 'same WeCom id' },
    look: { START: 'after the start', OUTAGE: 'after an outage', DAILY: 'daily', PERSON: 'by hand' },
  },
};
