// Revenue of three departments, 2010-12 to 2011-11, made up by a fixed rule.
const SHOP = '电商部', PRIVATE = '私域运营部', STORE = '门店';
const hash = seed => Array.from({ length: 64 }, (_, n) => '0123456789abcdef'[(seed * 7 + n * n * 5 + n * seed) % 16]).join('');
const months = Array.from({ length: 12 }, (_, n) => (n === 0 ? '2010-12' : `2011-${String(n).padStart(2, '0')}`));
const weight = [75, 56, 50, 68, 49, 72, 69, 68, 68, 102, 107, 146];
const share = { [SHOP]: 29, [PRIVATE]: 53, [STORE]: 18 };
const always = { turn: 'ANY', facts: {} };
const split = (...pairs) => pairs.map(([department, bp]) => ({ department, bp }));

const terms = {
  title: '三部门分账（样例）', scope: '*', protectionDays: 90, windowDays: 365, afterSaleDays: 15, lostRefunds: 'OWNER', from: '2010-01-01', to: null, signers: [SHOP, PRIVATE, STORE],
  owners: [
    { name: '门店加的客户', when: { turn: 'ANY', facts: { ADDED_VIA: ['store'] } }, department: STORE },
    { name: '英国客户', when: { turn: 'ANY', facts: { COUNTRY: ['United Kingdom'] } }, department: PRIVATE },
    { name: '其他地区客户', when: { turn: 'ANY', facts: { COUNTRY: ['*'] } }, department: SHOP },
  ],
  rules: [
    { name: '门店引流首单', when: { turn: 'FIRST', facts: { ADDED_VIA: ['store'] } }, shares: split([STORE, 7000], [PRIVATE, 3000]) },
    { name: '付费引流首单', when: { turn: 'FIRST', facts: { ADDED_VIA: ['ads', 'sms', 'ai-call'] } }, shares: split([SHOP, 5000], [PRIVATE, 5000]) },
    { name: '其他首单', when: { turn: 'FIRST', facts: { OWNER: ['*'] } }, shares: split([SHOP, 3333], [PRIVATE, 3333], [STORE, 3334]) },
    { name: '复购归属部门', when: { turn: 'REPEAT', facts: { OWNER: ['*'] } }, shares: split(['@owner', 6000], [PRIVATE, 2500], [SHOP, 1500]) },
    { name: '无归属', when: always, shares: split([SHOP, 10000]) },
  ],
};
const agreement = (id, version, state, more) => ({
  id, replaces: null, version, state, hash: hash(version + id.charCodeAt(1)), from: more.from, until: null, draftedBy: 'manager', draftedAt: '2011-11-20T02:00:00Z',
  askedBy: null, askedAt: null, requestId: null, decidedAt: null, decidedBy: [], note: null, ...more, terms: { ...terms, ...more.terms },
});
export const agreements = [
  agreement('G4', 2, 'DRAFT', { replaces: 'G1', from: '2012-01-01', terms: { title: '三部门分账 2012', from: '2012-01-01', afterSaleDays: 30 } }),
  agreement('G3', 2, 'DRAFT', { replaces: 'G1', from: '2012-01-01', draftedBy: 'boss', terms: { title: '门店试点：首单八成归门店', scope: 'online-retail', from: '2012-01-01' } }),
  agreement('G2', 2, 'REJECTED', { replaces: 'G1', from: '2011-07-01', askedBy: 'manager', askedAt: '2011-06-01T03:00:00Z', requestId: 'A12', decidedAt: '2011-06-02T03:00:00Z', decidedBy: ['boss'], note: '保护期 30 天太短，门店反对', terms: { title: '三部门分账（缩短保护期）', protectionDays: 30, from: '2011-07-01' } }),
  agreement('G1', 1, 'IN_FORCE', { from: '2010-01-01', draftedBy: 'sample', draftedAt: '2010-01-01T00:00:00Z', askedBy: 'sample', askedAt: '2010-01-01T00:00:00Z', decidedAt: '2010-01-01T00:00:00Z', decidedBy: ['sample'], note: '样例协议', terms: {} }),
];
export function objection({ terms: asked }) {
  const wrong = asked.rules.find(rule => rule.shares.reduce((sum, one) => sum + one.bp, 0) !== 10_000);
  if (!asked.title.trim()) return { objection: 'title:  (expected: 1 to 60 characters)' };
  return { objection: wrong ? `rule ${wrong.name}: shares (expected: 10000 over different departments)` : null };
}
export const whatIf = ({ from, to }) => ({
  orders: 5_214, changed: 1_377, truncated: false,
  lines: months.filter(month => month >= from.slice(0, 7) && month < to.slice(0, 7)).flatMap((month, n) => Object.keys(share).map((department, k) => ({
    month, department, paidCents: weight[months.indexOf(month)] * share[department] * 10_007, wouldCents: weight[months.indexOf(month)] * (share[department] + [-4, 3, 1][k]) * 10_007 + n * [0, 0, 0][k],
  }))),
  rules: terms.rules.map((rule, n) => ({ rule: rule.name, orders: [402, 655, 711, 3301, 145][n], netCents: [18_220_431, 25_431_022, 30_112_345, 181_220_190, 4_410_011][n] })),
});
export const balances = { items: [...months].reverse().flatMap((month, back) => Object.keys(share).map((department, k) => {
  const all = weight[months.indexOf(month)] * share[department] * 10_007 + k * 31;
  const final = back === 0 ? 0 : back === 1 ? Math.floor(all * 0.6) : all;
  return { month, department, provisionalCents: all - final, finalCents: final, clawedBackCents: back < 2 ? 0 : -Math.floor(all * 0.06), closed: back > 1 };
})) };
const KINDS = [['ORDER', 'PROVISIONAL', '订单归属：复购归属部门'], ['FINAL', 'FINAL', '结算 2011-10'], ['REFUND', 'CLAWED_BACK', '无原单退款，由归属部门承担'], ['ORDER', 'PROVISIONAL', '订单归属：付费引流首单']];
export const entries = Array.from({ length: 120 }, (_, n) => {
  const [kind, account, note] = KINDS[n % 4];
  const lost = kind === 'REFUND' && n % 8 === 2;
  return { id: 90_120 - n, journalId: 41_000 - n, kind, month: months[11 - (n % 3)], account, department: Object.keys(share)[n % 3], cents: (kind === 'REFUND' ? -1 : 1) * (1_275 + ((n * 7919) % 48_000)), source: 'online-retail', orderId: lost ? null : `${581_587 - n * 3}`, refundId: kind === 'REFUND' ? `C${581_490 - n}` : null, note, actor: 'siyu', postedAt: new Date(Date.parse('2011-12-05T08:30:00Z') - n * 3_700_000).toISOString() };
});
export const statementLines = department => entries.filter(one => one.account !== 'PROVISIONAL').map(one => ({ ...one, department, month: '2011-10' }));
export const checks = { items: ['trial-balance', 'journals-sum-to-zero', 'entries-have-journals', 'shares-are-whole', 'orders-are-divided', 'departments-are-orders-less-refunds', 'evidence-is-unchanged', 'closed-statements-are-unchanged'].map((name, n) => ({ name, ok: true, details: '', checkedAt: '2011-12-05T08:30:00Z', tookMs: 12 + n * 37 })) };
export const orders = Array.from({ length: 64 }, (_, n) => {
  const rule = terms.rules[[3, 1, 3, 2, 0][n % 5]];
  const amountCents = 1_275 + ((n * 104_729) % 248_000);
  const shares = rule.shares.map(one => ({ ...one, department: one.department === '@owner' ? STORE : one.department, cents: Math.round((amountCents * one.bp) / 10_000) }));
  return { source: 'online-retail', orderId: `${581_587 - n * 3}`, customerId: `C${17_850 + n}`, customerName: ['陈思雨', '王浩然', 'Emma Clarke', '李婉清'][n % 4], paidAt: new Date(Date.parse('2011-12-05T08:30:00Z') - n * 9_700_000).toISOString(), amountCents, refundedCents: n % 6 === 4 ? 850 : 0, state: n < 40 ? 'PROVISIONAL' : 'FINAL', approval: ['NONE', 'NONE', 'ASKED', 'NONE', 'NONE', 'REJECTED'][n % 6], finalAfter: new Date(Date.parse('2011-12-20T08:30:00Z') - n * 9_700_000).toISOString(), finalMonth: n < 40 ? null : '2011-11', agreementId: 'G1', decision: n === 0 ? 2 : 1, rule: rule.name, reason: rule.when.turn === 'FIRST' ? '首单，添加渠道 ads' : '复购，归属部门 门店', owner: STORE, shares };
});
export function order(id) {
  const row = orders.find(one => one.orderId === id) ?? orders[0];
  const shares = row.shares.map(({ department, bp }) => ({ department, bp }));
  const evidence = { source: row.source, orderId: row.orderId, customerId: row.customerId, amountCents: row.amountCents, paidAt: row.paidAt, first: false, facts: { MALL: 'online-retail', SHOP: 'main', COUNTRY: 'United Kingdom', CHANNEL: 'wecom-chat', ADDED_VIA: 'store', SHARER: 'tang' }, relations: [{ staff: 'tang', channel: 'store', since: '2011-03-02T01:00:00Z', until: '2011-09-01T02:00:00Z' }, { staff: 'lin', channel: 'store', since: '2011-09-01T02:00:00Z', until: null }], paidBefore: ['2011-03-04T05:00:00Z', '2011-08-11T05:00:00Z'], touchedAt: '2011-12-03T11:00:00Z' };
  const decision = (number, cause, more) => ({ number, cause, agreementId: 'G1', owner: row.owner, rule: row.rule, reason: row.reason, actor: 'siyu', decidedAt: row.paidAt, hash: hash(number), evidence, shares, ...more });
  return {
    order: row,
    decisions: row.decision === 2 ? [decision(2, 'EARLIER_ORDER', {}), decision(1, 'PAID', { rule: '付费引流首单', reason: '首单，添加渠道 ads', shares: split([SHOP, 5000], [PRIVATE, 5000]), evidence: { ...evidence, first: true, paidBefore: [] } })] : [decision(1, 'PAID', {})],
    journals: [
      { id: 40_871, kind: 'ORDER', month: '2011-12', note: '订单归属', actor: 'siyu', postedAt: row.paidAt, entries: [{ account: 'ORDERS', department: '', cents: -row.amountCents, refundId: null }, ...row.shares.map(one => ({ account: 'PROVISIONAL', department: one.department, cents: one.cents, refundId: null }))] },
      { id: 40_990, kind: 'REFUND', month: '2011-12', note: '退款 C581490', actor: 'siyu', postedAt: '2011-12-05T09:00:00Z', entries: [{ account: 'REFUNDS', department: '', cents: 850, refundId: 'C581490' }, ...row.shares.map(one => ({ account: 'PROVISIONAL', department: one.department, cents: -Math.round((850 * one.bp) / 10_000), refundId: 'C581490' }))] },
    ],
    conflicts: row.decision === 2 ? [{ known: '金额 12.75，付款 2011-12-05 16:30', reported: '金额 15.30，付款 2011-12-05 16:30', at: '2011-12-05T10:00:00Z' }] : [],
  };
}
const settlement = (month, state, done, total, more = {}) => ({ month, state, total, done, startedBy: 'boss', startedAt: '2011-12-01T01:00:00Z', changedBy: 'boss', changedAt: '2011-12-01T01:10:00Z', requestId: null, note: null, ...more });
export const settlements = { items: [settlement('2011-11', 'RUNNING', 1_811, 2_658), settlement('2011-10', 'DONE', 1_929, 1_929), settlement('2011-09', 'ASKED', 1_751, 1_751, { requestId: 'A31' }), ...months.slice(0, 9).reverse().map((month, n) => settlement(month, 'CLOSED', 1_300 - n * 31, 1_300 - n * 31, { requestId: `A${20 - n}`, changedBy: 'siyu' }))] };
export const statements = month => ({ items: settlements.items.filter(one => one.month !== '2011-11' && (!month || one.month === month)).flatMap((one, n) => balances.items.filter(row => row.month === one.month).map((row, k) => ({ month: one.month, department: row.department, finalCents: row.finalCents + row.provisionalCents, clawedBackCents: row.clawedBackCents, totalCents: row.finalCents + row.provisionalCents + row.clawedBackCents, lines: 412 + k * 97 + n, hash: one.state === 'DONE' ? null : hash(n * 3 + k), state: one.state }))) });
export const corrections = { items: [
  { id: 'K2', source: 'online-retail', orderId: '581584', state: 'ASKED', shares: split([STORE, 7000], [PRIVATE, 3000]), reason: '客户当天在门店扫码，小票照片见附件，应按门店引流首单分。', askedBy: 'manager', askedAt: '2011-12-04T03:00:00Z', requestId: 'A40', decidedAt: null, decidedBy: [], note: null },
  { id: 'K1', source: 'online-retail', orderId: '581578', state: 'DONE', shares: split([SHOP, 10000]), reason: '测试下单，不属于任何私域客户', askedBy: 'boss', askedAt: '2011-11-24T03:00:00Z', requestId: 'A33', decidedAt: '2011-11-25T03:00:00Z', decidedBy: ['manager'], note: '同意' },
] };
