// Made-up but plausible answers of the web API, the same at every start.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const processes = join(dirname(fileURLToPath(import.meta.url)), '../../../../processes');
const journeyFile = id => join(processes, id, `${id}.bpmn`);
export const drawings = Object.fromEntries(
  ['seed-user-intake', 'first-order'].map(id => [id, readFileSync(journeyFile(id), 'utf8')]));

const NAMES = ['陈思雨', '王浩然', '李婉清', '赵明轩', '孙嘉怡', '周子墨', '吴梦琪', '郑一诺', 'Emma Clarke', '冯雪', '褚天佑', '卫若兰'];
const STAGES = ['SEED', 'FIRST_ORDER', 'REPURCHASE', 'POTENTIAL', 'DORMANT', 'LOST', 'CORE'];
const CHANNELS = ['parcel-card', 'ai-call', 'ads', 'sms', 'store'];
export const NOW = Date.parse('2026-12-05T02:15:00Z');
export const ago = minutes => new Date(NOW - minutes * 60_000).toISOString();
const later = minutes => ago(-minutes);

export const people = {
  ops: ['运营小林', 'Lin (ops)', ['DESIGNER']], manager: ['负责人周姐', 'Zhou (manager)', ['MANAGER']], staff: ['导购小唐', 'Tang (staff)', ['STAFF']],
  auditor: ['审计老秦', 'Qin (audit)', ['AUDITOR']], boss: ['王总', 'Wang (boss)', ['BOSS']], admin: ['管理员', 'Admin', ['ADMIN']],
  ecom: ['电商李经理', 'Li (e-commerce)', ['MANAGER']], finance: ['财务何主管', 'He (finance)', ['FINANCE']],
};

export const overview = step => ({
  clock: { now: new Date(NOW + step * 900_000).toISOString(), offsetSeconds: 1_100_000, moving: false },
  customers: { total: 885, byStage: { POTENTIAL: 22, SEED: 310, FIRST_ORDER: 298, REPURCHASE: 141, CORE: 9, DORMANT: 92, LOST: 13 } },
  journeys: [
    { processId: 'seed-user-intake', name: '种子用户承接', version: 3, active: 214, completed: 671, terminated: 0, incidents: 2 },
    { processId: 'first-order', name: '首单转化', version: 1, active: 187, completed: 302, terminated: 0, incidents: 0 },
  ],
  touches: { asked: 4210 + step * 9, made: 3105 + step * 6, queued: 118, refused: 902 + step * 3, declined: 31, failed: 4, unknown: 3, pending: 47 },
  refusals: [{ rule: 'quiet-hours', count: 512 }, { rule: 'daily-cap', count: 201 }, { rule: 'weekly-cap', count: 118 }, { rule: 'paid-already', count: 58 }, { rule: 'left', count: 13 }],
  inbox: { waiting: 12, failed: 2, done: 9861, lastReceivedAt: ago(1) },
  orders: { count: 2011 + step, paidCents: 98_765_432 + step * 4990, refunds: 241, refundedCents: 4_012_099, netCents: 94_753_333 + step * 4990 },
});

export const journeys = overview(0).journeys.map(({ processId, name, version, active, completed, terminated, incidents }) => ({
  processId, name, latestVersion: version, active, completed, terminated, incidents,
  versions: Array.from({ length: version }, (_, n) => ({ version: version - n, definitionKey: `22517998136${85249 - n}`, deployedAt: ago(1440 * (n + 2)) })),
}));

const idsIn = (xml, pattern) => [...xml.matchAll(pattern)].map(match => match[1]);
export function counts(processId) {
  const xml = drawings[processId];
  return { elements: idsIn(xml, /<bpmn:(?:serviceTask|startEvent|endEvent|intermediateCatchEvent|subProcess) id="([^"]+)"/g).map((elementId, n) => ({
    elementId, active: [0, 0, 3, 41, 0, 12][n % 6], completed: 880 - n * 31 > 0 ? 880 - n * 31 : 7, terminated: 0, incidents: n === 3 ? 2 : 0,
  })) };
}

export const customers = Array.from({ length: 57 }, (_, n) => ({
  id: `C${17850 + n}`, name: NAMES[n % NAMES.length], stage: STAGES[n % STAGES.length], channel: CHANNELS[n % CHANNELS.length],
  netCents: (n * 48_731) % 912_345, orders: (n * 3) % 7, lastEventAt: ago(n * 83),
}));

export function customer(id) {
  const row = customers.find(one => one.id === id) ?? customers[0];
  return {
    ...row, externalUserId: 'wmB4x7DAAAu8Yk2m3nQ1c0', unionId: 'oUnion17850', zone: 'Asia/Shanghai', consent: true, tags: ['来源/包裹卡', '跟进/已回复', '活动/首单礼'],
    staff: [{ userId: 'tang', since: ago(4000), until: null }, { userId: 'lin', since: ago(9000), until: ago(4000) }],
    orders: { count: row.orders, paidCents: row.netCents + 2590, refundedCents: 2590, netCents: row.netCents }, addedAt: ago(5000),
  };
}

const LINES = [
  ['ORDER', 'order.paid', '订单已付款，3 件商品', null, 12_990, '536365'], ['TOUCH', 'send-message', '发消息「首单提醒」', 'REFUSED', null, null, { rule: 'quiet-hours', reason: '客户所在时区现在是免打扰时段（21:00–09:00）', notBefore: later(180) }],
  ['JOURNEY', 'first-order', '进入旅程「首单转化」', 'ACTIVE', null, '4503599627370501'], ['STAGE', 'SEED', '阶段从「潜在」变为「种子」', null, null, null],
  ['EVENT', 'customer-replied', '客户在企业微信回复了导购', null, null, null], ['TOUCH', 'issue-coupon', '发优惠券「包裹卡回购券」', 'SENT', null, null],
  ['TOUCH', 'send-message', '发消息「新人礼提醒」', 'UNKNOWN', null, null, { reason: '调用企业微信 10 秒没有回音' }], ['REFUND', 'order.refunded', '订单部分退款', null, 2590, 'C536391'],
  ['TOUCH', 'welcome', '欢迎语（包裹卡）', 'SENT', null, null], ['EVENT', 'customer-added', '扫「包裹卡」活码添加了导购 tang', null, null, null],
];
export const timeline = LINES.concat(LINES, LINES).map(([kind, code, text, state, amountCents, ref, details], n) => ({
  at: ago(n * 131), kind, code, text, state, amountCents, ref, details: details ?? {},
}));

export const instances = processId => Array.from({ length: 61 }, (_, n) => ({
  key: String(4503599627370501n + BigInt(n)), processId, version: 1 + (n % 3), customerId: `C${17850 + n}`, customerName: NAMES[n % NAMES.length],
  state: n % 5 === 3 ? 'COMPLETED' : n % 11 === 7 ? 'TERMINATED' : 'ACTIVE', startedAt: ago(300 + n * 97), endedAt: n % 5 === 3 ? ago(20 + n) : null, incidents: n === 2 ? 1 : 0,
  at: n % 5 === 3 ? [] : [idsIn(drawings[processId], /<bpmn:(?:serviceTask|intermediateCatchEvent) id="([^"]+)"/g)[n % 8]],
}));

export function instance(key) {
  const xml = drawings['seed-user-intake'];
  const passed = ['start_CustomerAdded', 'task_MarkSourceTags', 'gateway_HookAgain', 'gateway_Channel', 'task_IssueParcelCardCoupon'].filter(id => xml.includes(`id="${id}"`));
  const [stuck] = idsIn(xml, /<bpmn:serviceTask id="(task_[^"]*Reminder[^"]*)"/g);
  const [waiting] = idsIn(xml, /<bpmn:intermediateCatchEvent id="(timer_[^"]+)"/g).slice(1);
  return {
    key, processId: 'seed-user-intake', journeyName: '种子用户承接', version: 3, definitionKey: '2251799813685249', customerId: 'C17850', customerName: '陈思雨', state: 'ACTIVE', startedAt: ago(300), endedAt: null,
    elements: [...passed.map((elementId, n) => ({ key: `9${n}`, elementId, type: 'SERVICE_TASK', state: 'COMPLETED', startedAt: ago(300 - n), endedAt: ago(299 - n) })),
      { key: '98', elementId: stuck, type: 'SERVICE_TASK', state: 'ACTIVE', startedAt: ago(40), endedAt: null }, { key: '99', elementId: waiting, type: 'INTERMEDIATE_CATCH_EVENT', state: 'ACTIVE', startedAt: ago(290), endedAt: null }],
    flows: ['flow_Added', 'flow_Tagged', 'flow_ToChannel', 'flow_ParcelCard', 'flow_ParcelCardHooked', 'flow_Hooked'],
    variables: [['at', '2026-12-04T21:15:00Z'], ['channel', 'parcel-card'], ['customerId', 'C17850'], ['entry', 'e10231'], ['staffId', 'tang'], ['welcome', 'SENT']].map(([name, value]) => ({ name, value, updatedAt: ago(290) })),
    waits: [{ elementId: waiting, kind: 'TIMER', until: later(4020), messageName: null, jobType: null, retries: null }, { elementId: waiting, kind: 'MESSAGE', until: null, messageName: 'customer-replied', jobType: null, retries: null }, { elementId: stuck, kind: 'JOB', until: null, messageName: null, jobType: 'send-message', retries: 0 }],
    incidents: [{ key: '777', elementId: stuck, errorType: 'JOB_NO_RETRIES', message: '企业微信连续 5 次回答 45033（并发过高）', jobKey: '778', createdAt: ago(30), resolvedAt: null }],
    touches: [{ id: 't1', step: 'task_IssueParcelCardCoupon', medium: 'COUPON', state: 'SENT', rule: null, reason: null, notBefore: null, at: ago(297) }, { id: 't2', step: stuck, medium: 'MASS_SEND', state: 'REFUSED', rule: 'quiet-hours', reason: '现在是免打扰时段（21:00–09:00）', notBefore: later(180), at: ago(60) }],
  };
}

export const unknownTouches = ['send-message', 'issue-coupon', 'send-message'].map((step, n) => ({
  id: `t${n}`, customerId: customers[n].id, customerName: customers[n].name, journey: '首单转化', step: ['第一次提醒', '发引流品优惠券', '第二次提醒'][n], medium: n === 1 ? 'COUPON' : 'MASS_SEND', state: 'UNKNOWN', rule: null, reason: '调用 10 秒没有回音，不能确定对方是否执行', notBefore: null, at: ago(n * 77),
}));
export const failedEvents = [['wecom', 'contact-added', 'wmB4x7DAAAu8Yk2m3nQ1c0', 'SIYU-2004 客户详情接口连续 8 次回答 40096（不合法的外部联系人）'], ['mall', 'order.refunded', 'oUnion17893', 'SIYU-2007 找不到对应订单，等待订单到达超时']].map(([source, type, subject, note], n) => ({ id: `${501 + n}`, source, type, subject, state: 'FAILED', attempts: 8, note, occurredAt: ago(90), receivedAt: ago(90 + n) }));

export const health = {
  engine: { state: 'UP', brokerVersion: '8.5.8', partitions: [{ id: 1, role: 'LEADER', health: 'HEALTHY' }, { id: 2, role: 'LEADER', health: 'HEALTHY' }], inFlight: 7, rejectionsPerMinute: 0 },
  connectors: [{ name: 'wecom', state: 'UP', lastSuccessAt: ago(0), lastErrorAt: ago(31), lastError: '45033 api concurrent out of limit' }, { name: 'mall', state: 'UP', lastSuccessAt: ago(1), lastErrorAt: null, lastError: null }],
  database: { state: 'UP', sizeBytes: 412_345_678 }, inbox: { waiting: 12, oldestSeconds: 1 }, outbox: { waiting: 3, oldestSeconds: 0 }, disk: { freeBytes: 48_123_456_789 },
};
export const replay = { state: 'DONE', from: '2010-12-01', to: '2011-01-31', virtualNow: ago(0), sent: 4211, total: 4211, customers: 885, orders: 2011, refunds: 241, paidCents: 98_765_432, refundedCents: 4_012_099, startedAt: ago(9), errors: [{ file: 'orders.csv', line: 4107, reason: '数量不是整数：「12x」' }, { file: 'orders.csv', line: 9921, reason: '缺少客户编号' }] };
