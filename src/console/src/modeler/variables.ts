import { enclosed } from './enclosures';
import type { Shape, Tools } from './editor';

export interface Known { name: string; type: string; zh: string; en: string; example: unknown }

const AT = '2026-12-01T02:00:00Z';
const say = (type: string, zh: string, en: string, example: unknown) => ({ type, zh, en, example });

/** What the variables of our workers and messages mean. */
const MEANINGS: Record<string, Omit<Known, 'name'>> = {
  customerId: say('String', '客户', 'customer', 'C1'), staffId: say('String', '导购', 'staff member', 'S1'), channel: say('String', '来源渠道', 'source channel', 'ads'), entry: say('String', '这一次进入旅程的编号', 'this entry into the journey', 'e1'),
  at: say('String', '上一步完成的时刻', 'moment of the step before', AT), outcome: say('String', '结果，例如 SENT、REFUSED_LATER', 'outcome, such as SENT, REFUSED_LATER', 'SENT'), notBefore: say('String', '最早可发送的时刻', 'when it may be sent', AT), asked: say('Number', '已经问过几次', 'how often it was asked', 1), couponCode: say('String', '券码', 'coupon code', 'C-88'),
  orderId: say('String', '订单', 'order', 'O1'), paidAt: say('String', '付款时刻', 'when it was paid', AT), afterSaleUntil: say('String', '售后期满的时刻', 'end of the after-sale period', AT), netCents: say('Number', '净消费（分）', 'net spend in cents', 12800), kept: say('Boolean', '还有未退的订单', 'an order stands', true), refundedOrderId: say('String', '退款的订单', 'refunded order', 'O1'),
  plan: say('String', 'REPEAT、WAIT、OFFER 或 DORMANT', 'REPEAT, WAIT, OFFER or DORMANT', 'OFFER'), offerAt: say('String', '推荐的时刻', 'when to offer', AT), round: say('Number', '第几轮', 'round', 1), lot: say('Number', '抽到的号码，0 到 99', 'the lot drawn, 0 to 99', 7), workTime: say('String', '下一个工作时刻', 'next working time', AT),
  staffTask: say('String', '人工任务的编号', 'key of the staff task', 'T1'), taskDeadline: say('String', '人工任务的期限', 'deadline of the staff task', AT), verdict: say('String', '结论', 'verdict', 'KEEP'), admitted: say('Boolean', '邀请仍有效', 'the invitation stands', true), givenUp: say('Boolean', '已催过两次', 'reminded twice', false),
  signers: say('List', '签批人', 'who signs', ['boss']), remindAt: say('String', '催办的时刻', 'when to remind', AT), dueAt: say('String', '到期的时刻', 'when it is due', AT), answerBy: say('String', '答复的期限', 'when an answer is due', AT), approvalId: say('String', '哪件审批', 'which approval', 'A1'), byRule: say('Boolean', '系统可直接决定', 'decided by the limits', false), level: say('Number', '审批级', 'approval level', 1),
  customers: say('Number', '待转接人数', 'customers to hand over', 12), groupId: say('String', '客户群', 'group', 'G1'), contentKey: say('String', '内容', 'content', 'K1'), nextAt: say('String', '下一次的时刻', 'next moment', AT), done: say('Boolean', '已完成', 'done', false), open: say('Boolean', '还能继续', 'goes on', true),
  basedOn: say('String', '周期从哪次购买或回访算起', 'the purchase or return the cycle counts from', AT), silent: say('Number', '推荐了没买的周期数', 'cycles with an offer and no purchase', 1), repeat: say('Boolean', '又买了', 'bought again', true), signatures: say('List', '已有的签批', 'signatures so far', []), late: say('Boolean', '已过期限', 'overdue', false),
  resultsAt: say('String', '何时能看转接结果', 'when the results are there', AT), forPeople: say('Number', '要人处理的客户数', 'customers left to people', 2), reckonedAgain: say('Boolean', '有新的归属决定', 'there is a new decision', true), made: say('Number', '写下的统计数', 'figures made', 7),
  joined: say('Number', '入群人数', 'joined', 12), departed: say('Number', '退群人数', 'left', 3), active: say('Number', '发言人数', 'who spoke', 40), orders: say('Number', '订单数', 'orders', 6),
  nextVersion: say('Number', '下一个版本', 'next version', 2), candidates: say('Number', '候选商品数', 'candidates', 9), reviewed: say('Number', '已评审的商品数', 'products reviewed', 9), applied: say('Boolean', '已生效', 'took effect', true), nextRound: say('String', '下一轮选品', 'next round of the selection', 'S2'), name: say('String', '名称', 'name', '入群'),
};

const TOUCH = ['outcome', 'notBefore', 'asked', 'couponCode'];
/** What each job leaves behind, besides {@code at}; a test holds against it what stands in the answer of each worker. */
export const OUTPUTS: Record<string, string[]> = {
  'send-message': TOUCH, 'issue-coupon': TOUCH, 'invite-to-group': [...TOUCH, 'name'], 'send-fission-poster': [...TOUCH, 'name'], 'post-to-group': ['outcome', 'notBefore'],
  'look-up-orders': ['orderId', 'paidAt', 'afterSaleUntil'], 'assess-first-order': ['kept', 'netCents'], 'plan-repurchase': ['plan', 'offerAt', 'round', 'netCents', 'couponCode', 'staffId', 'basedOn', 'silent', 'repeat'],
  'draw-lot': ['lot'], 'find-work-time': ['workTime'], 'staff-task': ['staffTask', 'taskDeadline'], 'group-task': ['staffTask', 'taskDeadline'],
  'check-limits': ['byRule'], 'open-approval-level': ['outcome', 'level', 'signers', 'remindAt', 'dueAt', 'answerBy', 'signatures', 'late'],
  'admit-core-member': ['admitted'], 'review-core-member': ['verdict'], 'assess-readiness': ['verdict'], 'remind-content': ['givenUp'], 'remind-readiness': ['givenUp'], 'remind-selection': ['givenUp'],
  'plan-hand-over': ['customers'], 'start-transfers': ['outcome', 'notBefore', 'resultsAt'], 'collect-transfers': ['outcome', 'notBefore', 'forPeople'], 'grant-fission-rewards': ['open'],
  'ask-dispute-parties': ['nextAt'], 'ask-dispute-ruling': ['nextAt'], 'chase-dispute': ['givenUp', 'nextAt'], 'reckon-attribution-again': ['reckonedAgain'],
  'ask-closing': ['done', 'nextAt'], 'chase-statements': ['done', 'nextAt'], 'check-month': ['done', 'nextAt'], 'send-statements': ['nextAt'], 'settle-month': ['nextAt'],
  'collect-content-figures': ['made'], 'summarize-group-week': ['joined', 'departed', 'active', 'orders'], 'recheck-readiness': ['nextVersion'],
  'measure-selection': ['candidates'], 'review-selection': ['reviewed'], 'apply-selection': ['applied'], 'open-next-selection': ['nextRound'],
};
const FROM_MESSAGE: [RegExp, string[]][] = [
  [/^(customer|core|first-order|repurchase|order|coupon|fission)-/, ['customerId', 'staffId', 'channel', 'entry']],
  [/^order-paid$/, ['orderId', 'paidAt']], [/^order-refunded/, ['refundedOrderId']],
  [/^approval-/, ['approvalId']], [/^group-(week|dismissed)/, ['groupId']], [/^content-/, ['contentKey']],
];

/** A variable by its name, explained when it is one of ours. */
export const known = (name: string, as?: Partial<Known>): Known => ({ ...(MEANINGS[name] ?? { type: '', zh: '', en: '', example: null }), ...as, name });

/** What an element of a drawing leaves behind. */
export function leftBy(shape: Shape, tools: Tools): Known[] {
  const business = shape.businessObject;
  const parts = business?.extensionElements?.values ?? [];
  const part = (type: string) => parts.find(one => one.$type === type);
  const mapped = ((part('zeebe:IoMapping')?.outputParameters ?? []) as { target?: string }[]).map(one => known(String(one.target ?? '')));
  if (shape.type === 'bpmn:ServiceTask') {
    const job = String(part('zeebe:TaskDefinition')?.type ?? '');
    return [...(mapped.length ? [] : ['at', ...(OUTPUTS[job] ?? [])].map(name => known(name))), ...mapped];
  }
  if (shape.type === 'bpmn:BusinessRuleTask') {
    const answer = String(part('zeebe:CalledDecision')?.resultVariable ?? '');
    return [...(answer ? [known(answer, { zh: '决策表的结果', en: 'answer of the decision table' })] : []), ...mapped];
  }
  if (shape.type === 'bpmn:UserTask') return [...fieldsOf(String(part('zeebe:FormDefinition')?.formId ?? ''), tools), ...mapped];
  const messages = (business?.eventDefinitions ?? []).flatMap(one => (one.messageRef?.name ? [one.messageRef.name] : []));
  const told = messages.flatMap(name => ['at', ...FROM_MESSAGE.filter(([pattern]) => pattern.test(name)).flatMap(([, names]) => names)]);
  return [...told.map(name => known(name)), ...mapped];
}

/** All variables of a drawing by name, the explained ones first found. */
export function variablesOf(tools: Tools): Known[] {
  const found = new Map<string, Known>();
  for (const shape of tools.registry.getAll()) {
    for (const one of leftBy(shape, tools)) if (one.name && !found.has(one.name)) found.set(one.name, one);
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** Example data to try an expression on. */
export const exampleOf = (variables: Known[]) => Object.fromEntries(variables.filter(one => one.example !== null).map(one => [one.name, one.example]));

const TYPES: Record<string, [string, unknown]> = { number: ['Number', 1], checkbox: ['Boolean', true], checklist: ['List', []], taglist: ['List', []] };

function fieldsOf(formId: string, tools: Tools): Known[] {
  const form = enclosed(tools).find(one => one.kind === 'form' && one.id === formId);
  if (!form) return [];
  try {
    const fields: Known[] = [];
    const walk = (components: { key?: string; type?: string; label?: string; components?: [] }[]) => components.forEach(one => {
      const [type, example] = TYPES[one.type ?? ''] ?? ['String', ''];
      if (one.key) fields.push(known(one.key, { type, example, zh: one.label ?? '', en: one.label ?? '' }));
      walk(one.components ?? []);
    });
    walk((JSON.parse(form.text) as { components?: [] }).components ?? []);
    return fields;
  } catch {
    return [];
  }
}
