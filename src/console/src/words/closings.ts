/** Closing a month: checks, settlement, confirmations, approval. */
export const closings = {
  zh: {
    title: '月结流程', start: '开始月结', started: '{month} 月结已开始', startHint: '按流程走：查未了事项、确认到期业绩、各部门确认结算单、审批关账。', openedBy: '{who} 于 {at} 开始', round: '第 {n} 轮', waits: '正在等：', confirmBy: '请各部门在 {at} 前确认；有异议的订单请提出争议',
    state: { CHECKING: '查未了事项', SETTLING: '确认到期业绩', CONFIRMING: '部门确认', DECIDING: '审批', CLOSED: '已关账', CALLED_OFF: '已改为手工结算' },
    answer: { CONFIRMED: '已确认', CONTESTED: '有异议', SILENT: '逾期未确认', NONE: '等待确认' }, changed: '确认后结算单有变化',
    confirm: '确认结算单', contest: '有异议', contestAsk: '请写明哪些订单有异议；并在订单页对它们提出争议。裁定成立的，在当前未关账的月份更正。', goOn: '不再等，继续结算', callOff: '改为手工',
    did: { 'go-on': '{month} 不再等未了事项', 'call-off': '{month} 改为手工结算', confirm: '已确认 {month} 结算单', contest: '{month} 的异议已记录' },
    refused: { 8180: '这个月不能开始月结：要等月份结束、已有业绩入账，且没有在进行或已关账。', 8181: '月结的状态刚刚变了，现在不能这样做。', 8182: '现在不需要本部门确认，或已经答复过。', 8183: '结算单刚刚变了，请看过再确认。' },
  },
  en: {
    title: 'Closing', start: 'Begin closing', started: 'The closing of {month} began', startHint: 'Check what is open, settle, have departments confirm, have it signed.', openedBy: 'begun by {who}, {at}', round: 'round {n}', waits: 'Waits for:', confirmBy: 'Departments confirm by {at}; contest orders that are wrong',
    state: { CHECKING: 'Check', SETTLING: 'Settle', CONFIRMING: 'Confirm', DECIDING: 'Sign', CLOSED: 'Closed', CALLED_OFF: 'Goes on by hand' },
    answer: { CONFIRMED: 'confirmed', CONTESTED: 'contested', SILENT: 'too late', NONE: 'is awaited' }, changed: 'the statement changed after that',
    confirm: 'Confirm the statement', contest: 'Contest', contestAsk: 'Say which orders are wrong, and contest them on their pages. What is upheld is corrected in the open month.', goOn: 'Wait no longer', callOff: 'Go on by hand',
    did: { 'go-on': '{month} waits no longer', 'call-off': '{month} goes on by hand', confirm: 'The statement of {month} is confirmed', contest: 'Your objection to {month} is noted' },
    refused: { 8180: 'This month cannot be closed: it is not over, has no money, is under way, or closed.', 8181: 'The closing went on meanwhile.', 8182: 'Your department is not asked, or has answered.', 8183: 'The statement just changed; look again.' },
  },
};
