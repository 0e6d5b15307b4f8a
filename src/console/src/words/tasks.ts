/** The task centre. */
export const tasks = {
  zh: {
    title: '任务中心', lead: '今天要亲手做的事。群发在企业微信里确认后才会发出，创建不等于已发送。',
    tab: { todo: '任务', sends: '群发确认', team: '团队', quota: '额度' },
    mine: '我的', everybody: '全部成员', of: '{staff} 的任务', clear: '看全部成员', open: '未完成', ended: '已结束', show: '范围',
    none: '没有要做的任务', noneHint: '旅程需要人来做事时（如邀请核心用户、回访），任务会出现在这里，并用企业微信应用消息提醒。', noneEnded: '还没有结束的任务', noneEndedHint: '完成、转交和过期的任务会列在这里。',
    due: '截止 {at}', overdue: '今天截止', back: '{at} 再提醒', done: '完成', postpone: '延后', handOver: '转交', by: '{who} · {at}', expired: '到期未完成', handedTo: '转交给 {who}',
    doneTitle: '完成任务', note: '记一笔（选填）', notePlaceholder: '例如：已电话回访，周末再联系', postponeTitle: '延后到', postponeHint: '必须早于截止时间 {at}', handOverTitle: '转交给同事', to: '交给谁', knows: '已加这位客户', reason: '原因（选填）', save: '确定', saved: '已完成', postponed: '已延后', handed: '已转交，对方会收到提醒', pick: '请选择', noColleagues: '没有可以转交的同事',
    sends: { none: '没有等待确认的群发', noneHint: '旅程创建的群发任务会先列在这里，导购在企业微信确认后才发给客户。', noneEnded: '还没有结束的群发', noneEndedHint: '确认、改派、撤回和超时的群发会列在这里。', unsent: '{n} 位未发送', sent: '{n} 位已送达', declined: '{n} 位未收到', reminded: '已提醒 {n} 次', lead: '已上报 {who}', until: '最晚 {at}', looked: '{at} 查过结果', where: '请在企业微信「群发助手」里确认发送', customer: '客户' },
    team: { staff: '成员', open: '未完成', today: '今天截止', confirm: '待确认群发', escalated: '已上报', none: '团队没有未完成的任务', noneHint: '成员有任务或待确认的群发时，会按人列在这里。' },
    quota: {
      title: '群发额度', lead: '现在还能给多少客户发群发：额度不足时，保留的部分只给更重要的消息。', none: '还没有成员有客户', noneHint: '客户添加成员后，各成员的额度会列在这里。',
      staff: '成员', customers: '客户', important: '可发重要', normal: '可发普通', minor: '可发可放弃', told: '今天已安排', next: '最早恢复', nobody: '都有额度', app: '应用消息余量', appLeft: '每分钟 {minute}，每小时 {hour}，排队 {waiting}',
      today: '应用消息：全公司今天还可发 {left} / {most} 人次；每人一分钟内最多连发 {minute} 条、一小时 {hour} 条（取企业微信上限的一半，因为不知道它从何时起算）。',
      moments: '朋友圈：本月已创建 {made} / {most} 条，{at} 起重新计算。',
      span: { DAY: '24 小时', WEEK: '7 天', MONTH: '本月' }, used: '已用 {made} / {most}', kept: '留给重要 {important}、普通 {normal}', free: '{at} 恢复', priority: { IMPORTANT: '重要消息', NORMAL: '普通消息', MINOR: '可放弃的消息' }, from: '{at} 起可发', nowGo: '现在可发',
    },
  },
  en: {
    title: 'Tasks', lead: 'What is to be done by hand today. A mass send leaves only when it is confirmed in WeCom: created is not sent.',
    tab: { todo: 'Tasks', sends: 'To confirm', team: 'Team', quota: 'Quota' },
    mine: 'Mine', everybody: 'Everybody', of: 'Tasks of {staff}', clear: 'Show everybody', open: 'Open', ended: 'Ended', show: 'Show',
    none: 'Nothing to do', noneHint: 'When a journey needs a person (invite a core customer, call back), the task appears here and WeCom tells you by app message.', noneEnded: 'No ended tasks yet', noneEndedHint: 'Tasks that were done, handed over or ran out are listed here.',
    due: 'Due {at}', overdue: 'Due today', back: 'Back at {at}', done: 'Done', postpone: 'Postpone', handOver: 'Hand over', by: '{who} · {at}', expired: 'Not done in time', handedTo: 'Handed to {who}',
    doneTitle: 'Finish the task', note: 'Note (optional)', notePlaceholder: 'e.g. called back, again at the weekend', postponeTitle: 'Postpone to', postponeHint: 'Must be before the deadline, {at}', handOverTitle: 'Hand over to a colleague', to: 'To whom', knows: 'has this customer', reason: 'Reason (optional)', save: 'OK', saved: 'Done', postponed: 'Postponed', handed: 'Handed over; your colleague is told', pick: 'Choose', noColleagues: 'No colleague to hand it to',
    sends: { none: 'No mass send to confirm', noneHint: 'Mass sends made by journeys are listed here first; they reach customers once the staff member confirms them in WeCom.', noneEnded: 'No ended mass sends yet', noneEndedHint: 'Mass sends that were confirmed, handed on, withdrawn or timed out are listed here.', unsent: '{n} not sent', sent: '{n} delivered', declined: '{n} not received', reminded: 'reminded {n} times', lead: 'told {who}', until: 'until {at}', looked: 'looked up {at}', where: 'Confirm it in WeCom under “mass send assistant”', customer: 'Customer' },
    team: { staff: 'Member', open: 'Open', today: 'Due today', confirm: 'To confirm', escalated: 'Escalated', none: 'The team has no open tasks', noneHint: 'Members with tasks or mass sends to confirm are listed here.' },
    quota: {
      title: 'Mass-send quota', lead: 'How many customers a mass send may reach now. When little is left, what is reserved goes to more important messages only.', none: 'No member has customers yet', noneHint: 'Members are listed here once customers add them.',
      staff: 'Member', customers: 'Customers', important: 'Important', normal: 'Normal', minor: 'Minor', told: 'Told today', next: 'Next free', nobody: 'nobody is out', app: 'App messages left', appLeft: '{minute} a minute, {hour} an hour, {waiting} waiting',
      today: 'App messages: {left} of {most} left today for all; to one member at most {minute} at once within a minute and {hour} within an hour (half of WeCom\'s number, as nobody knows where its minute begins).',
      moments: 'Moments: {made} of {most} created this month; counted anew from {at}.',
      span: { DAY: '24 hours', WEEK: '7 days', MONTH: 'This month' }, used: '{made} of {most} used', kept: 'kept for important {important}, normal {normal}', free: 'free {at}', priority: { IMPORTANT: 'Important', NORMAL: 'Normal', MINOR: 'Minor' }, from: 'from {at}', nowGo: 'may go now',
    },
  },
};
