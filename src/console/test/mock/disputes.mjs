// Disputes of three departments, and a month on its way to be closed.
import { readFileSync } from 'node:fs';

const split = (...pairs) => pairs.map(([department, bp]) => ({ department, bp }));
const party = (department, stance, answeredAt) => ({ department, stance, answeredAt });
const none = { lines: [], links: [] };
const dispute = (id, orderId, department, state, more) => ({
  id, source: 'online-retail', orderId, department, about: 'OWNER', state, amountCents: 128_400, contested: split(['门店', 6000], ['私域运营部', 2500], ['电商部', 1500]), wanted: split(['电商部', 6000], ['私域运营部', 4000]),
  reason: '客户 11 月 28 日在直播间首次咨询并成交，当时由电商部客服接待，门店没有参与。', openedBy: 'ecom', openedAt: '2011-12-04T03:10:00Z', answerBy: '2011-12-06T03:10:00Z', parties: [party('私域运营部', null, null), party('门店', 'OBJECTS', '2011-12-04T07:20:00Z')],
  requestId: null, decidedAt: null, decidedBy: [], note: null, correctionId: null, ...more,
});
const items = [
  dispute('D4', '581587', '电商部', 'OPEN', {}),
  dispute('D3', '581584', '私域运营部', 'DECIDING', { about: 'RULE', openedBy: 'manager', wanted: split(['私域运营部', 10000]), requestId: 'A44', parties: [party('电商部', 'AGREES', '2011-12-03T06:00:00Z'), party('门店', null, null)] }),
  dispute('D2', '581578', '门店', 'UPHELD', { about: 'SHARES', openedBy: 'store', wanted: split(['门店', 10000]), requestId: 'A38', decidedAt: '2011-11-29T06:00:00Z', decidedBy: ['boss'], note: '小票属实', correctionId: 'K4', parties: [party('私域运营部', 'AGREES', '2011-11-28T06:00:00Z')] }),
  dispute('D1', '581575', '电商部', 'REJECTED', { decidedAt: '2011-11-20T06:00:00Z', decidedBy: ['boss'], note: '协议写明门店扫码的客户归门店', parties: [party('门店', 'OBJECTS', '2011-11-18T06:00:00Z')] }),
];
export const own = user => ({ manager: '私域运营部', store: '门店', ecom: '电商部' })[user] ?? null;
export const disputes = (user, url) => {
  const order = url.searchParams.get('orderId');
  return { items: order ? items.filter(one => one.orderId === order) : items, own: own(user) };
};
export function page(id, user) {
  const one = items.find(found => found.id === id) ?? items[0];
  const step = (act, at, more) => ({ act, department: null, person: 'siyu', text: '', stance: null, evidence: none, at, ...more });
  const steps = [
    step('OPENED', one.openedAt, { department: one.department, person: one.openedBy, text: one.reason, evidence: { lines: ['85123A'], links: ['https://live.example.com/replay/20111128?at=01:12:40'] } }),
    step('ANSWERED', '2011-12-04T07:20:00Z', { department: '门店', person: 'store', text: '客户是 9 月在南京路店扫码添加的，保护期内。', stance: 'OBJECTS' }),
    step('REMINDED', '2011-12-05T03:10:00Z', { text: '私域运营部' }),
  ];
  if (one.decidedAt) steps.push(step(one.state, one.decidedAt, { person: one.decidedBy.join('、'), text: one.note }));
  return { dispute: one, steps, own: own(user) };
}
export const form = { schema: readFileSync(new URL('../../../../forms/dispute-answer.form', import.meta.url), 'utf8') };
const said = (department, answer, at, note = '') => ({ department, answer, person: answer ? 'manager' : null, note, at, hash: 'ab12', changed: false });
const closing = (month, state, more) => ({ month, state, round: 1, openedBy: 'finance', openedAt: '2011-12-01T02:00:00Z', confirmBy: null, note: '', open: null, confirmations: [], ...more });
export const closings = user => ({ own: own(user), items: [
  closing('2011-11', 'CHECKING', { note: own(user) ? '' : '2 张订单等待归属审批，1 张订单有争议' }),
  closing('2011-10', 'CONFIRMING', { confirmBy: '2011-12-07T09:00:00Z', confirmations: [said('电商部', 'CONFIRMED', '2011-12-05T02:00:00Z'), said('私域运营部', null, null), said('门店', 'CONTESTED', '2011-12-05T03:00:00Z', '581587 已提出争议')].filter(one => !own(user) || one.department === own(user)) }),
] });
