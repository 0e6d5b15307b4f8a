import { decidePiece } from './decide';
import { expression, extend, listen, wait, type Business, type Connection, type Shape, type Template, type Tools } from './editor';
import { menders } from './mend';

export type Group = 'touch' | 'wait' | 'split' | 'people' | 'end' | 'step';
interface Point { x: number; y: number }

/** Where a piece is being put: it begins behind a shape and grows to the right. */
export interface Site {
  tools: Tools;
  apply(shape: Shape, template: Template): Shape;
}
export interface Piece {
  id: string;
  group: Group;
  zh: string;
  en: string;
  helpZh: string;
  helpEn: string;
  /** Pixels it needs to the right. */
  width: number;
  /** Draws it behind a shape; answers the shape that goes on, or null when the journey ends here. */
  draw(site: Site, behind: Shape): Shape | null;
}

const STEP = 150;
const ROW = 130;
const centre = (shape: Shape): Point => ({ x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 });
const right = (shape: Shape, by = STEP): Point => ({ x: centre(shape).x + by, y: centre(shape).y });
const under = (shape: Shape, by = STEP, down = ROW): Point => ({ x: centre(shape).x + by, y: centre(shape).y + down });

const timer = { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:TimerEventDefinition' };
const hears = { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:MessageEventDefinition' };

function named(site: Site, shape: Shape, name: string): Shape {
  site.tools.modeling.updateProperties(shape, { name });
  return shape;
}
function put(site: Site, behind: Shape, what: Record<string, unknown>, name: string, at = right(behind)): Shape {
  return named(site, site.tools.modeling.appendShape(behind, what, at, behind.parent), name);
}
function until(site: Site, behind: Shape, date: string, name: string, at = right(behind)): Shape {
  const shape = put(site, behind, timer, name, at);
  wait(site.tools, shape, date);
  return shape;
}
function message(site: Site, behind: Shape, heard: string, name: string): Shape {
  const shape = put(site, behind, hears, name);
  listen(site.tools, shape, heard);
  return shape;
}
export function step(site: Site, behind: Shape, template: Template & { name?: string }, name: string): Shape {
  return named(site, site.apply(put(site, behind, { type: 'bpmn:ServiceTask' }, name), template), name);
}
function known(site: Site, id: string): Template {
  return site.tools.templates.find(one => one.id === `dev.siyu.${id}`) ?? { id: `dev.siyu.${id}`, properties: [] };
}
function fill(site: Site, task: Shape, values: Record<string, string>) {
  const headers = task.businessObject.extensionElements?.values?.find(one => one.$type === 'zeebe:TaskHeaders');
  const given = ((headers?.values as Business[] | undefined) ?? []).map(one => [String(one.key), String(one.value ?? '')]);
  const all = Object.entries({ ...Object.fromEntries(given), ...values });
  extend(site.tools, task, 'zeebe:TaskHeaders', { values: all.map(([key, value]) => site.tools.factory.create('zeebe:Header', { key, value })) });
}
/** The name of an event at an edge beside the line that leaves it below. */
function aside(site: Site, event: Shape) {
  const { label } = event as Shape & { label?: Shape };
  if (label) site.tools.modeling.moveElements([label], { x: -34, y: -6 });
}
/** The flow just drawn into a shape gets its answer and its condition. */
function answer(site: Site, to: Shape, name: string, condition?: string) {
  const flow = to.incoming.at(-1) as Connection;
  site.tools.modeling.updateProperties(flow, { name, ...(condition ? { conditionExpression: expression(site.tools, condition) } : {}) });
}

function waitFor(heard: string, zh: string, en: string): Piece {
  return {
    id: `wait-${heard}`, group: 'wait', width: 2 * STEP,
    zh: `等待${zh}（有期限）`, en: `Wait for ${en}, with a deadline`,
    helpZh: `等客户${zh}；7 天没等到就走另一条路。期限可以改。`, helpEn: `Waits for the customer's ${en}; after 7 days the other way is taken.`,
    draw(site, behind) {
      const gateway = put(site, behind, { type: 'bpmn:EventBasedGateway' }, `等待${zh}`);
      const event = message(site, gateway, heard, zh);
      const late = until(site, gateway, '=date and time(at) + duration("P7D")', '满 7 天', under(gateway));
      put(site, late, { type: 'bpmn:EndEvent' }, '到期', under(late, 0, 100));
      return event;
    },
  };
}

function draw(id: string, zh: string, en: string, lot: string, helpZh: string, helpEn: string, ends: string): Piece {
  return {
    id, group: 'split', width: 2 * STEP, zh, en, helpZh, helpEn,
    draw(site, behind) {
      const task = step(site, behind, known(site, 'draw-lot'), '抽签');
      fill(site, task, { draw: lot });
      const gateway = put(site, task, { type: 'bpmn:ExclusiveGateway' }, '前 10%？');
      const few = put(site, gateway, { type: 'bpmn:EndEvent' }, ends, under(gateway, 0));
      answer(site, few, '是', '=lot < 10');
      return gateway;
    },
  };
}

export const pieces: Piece[] = [
  {
    id: 'send-message', group: 'touch', width: 2 * STEP, zh: '发消息（避开免打扰）', en: 'Send a message, not at quiet hours',
    helpZh: '发一条已审核的内容；现在不宜打扰时等到可发送的时间再问一次。', helpEn: 'Sends approved content; at a bad moment it waits and asks again.',
    draw(site, behind) {
      const task = step(site, behind, known(site, 'send-message'), '发消息');
      const gateway = put(site, task, { type: 'bpmn:ExclusiveGateway' }, '现在不宜打扰？');
      const later = until(site, gateway, '=date and time(notBefore)', '到可发送时间', { x: centre(task).x, y: centre(task).y + ROW });
      answer(site, later, '是', '=outcome = "REFUSED_LATER"');
      site.tools.modeling.connect(later, task);
      return gateway;
    },
  },
  {
    id: 'wait-days', group: 'wait', width: STEP, zh: '等待几天', en: 'Wait days',
    helpZh: '从上一步起算，默认 3 天；在属性里改 P3D 的数字。', helpEn: 'Counted from the step before, 3 days at first; change P3D in the properties.',
    draw: (site, behind) => until(site, behind, '=date and time(at) + duration("P3D")', '满 3 天'),
  },
  waitFor('order-paid', '下单付款', 'order'),
  waitFor('customer-replied', '回复', 'reply'),
  waitFor('coupon-used', '使用优惠券', 'use of a coupon'),
  {
    id: 'work-time', group: 'wait', width: 2 * STEP, zh: '到工作日 9:00（客户时区）', en: 'At 9:00 on a working day, where the customer lives',
    helpZh: '算出客户所在时区的下一个工作日 9:00 并等到那时；几点、是否含周末可以改。', helpEn: 'Finds and awaits the next 9:00 of a working day in the customer\'s zone.',
    draw(site, behind) {
      const task = step(site, behind, known(site, 'find-work-time'), '算出工作时刻');
      return until(site, task, '=date and time(workTime)', '到工作时刻');
    },
  },
  decidePiece(put, STEP),
  draw('split', '随机分组 10/90', 'Split at random 10/90', 'split-1', '同一位客户永远在同一组；比例改网关上的数字，10% 的一路请接着画。', 'A customer stays in the same group; change the number at the gateway.', '10% 组'),
  draw('holdout', '对照组（不触达）', 'Holdout group', 'holdout', '10% 的客户什么也收不到，用来比较效果；所有旅程是同一批人。', 'Ten percent get nothing, to compare with; the same people in all journeys.', '对照组'),
  {
    id: 'staff-task', group: 'people', width: 4 * STEP, zh: '请导购做一件事', en: 'Ask a staff member',
    helpZh: '安排人工任务并等它结束，有期限。', helpEn: 'Opens a staff task and waits for its end, with a deadline.',
    draw(site, behind) {
      const task = step(site, behind, known(site, 'staff-task'), '安排人工任务');
      const gateway = put(site, task, { type: 'bpmn:EventBasedGateway' }, '等待任务结束');
      const done = message(site, gateway, 'staff-task-ended', '任务结束');
      const merge = put(site, done, { type: 'bpmn:ExclusiveGateway' }, '');
      const late = until(site, gateway, '=date and time(taskDeadline) + duration("PT1H")', '任务到期', under(gateway));
      site.tools.modeling.connect(late, merge);
      return merge;
    },
  },
  {
    id: 'ask-manager', group: 'people', width: STEP, zh: '请负责人审批', en: 'Ask a manager',
    helpZh: '只用在审批旅程里；到期没人决定会记录下来。', helpEn: 'In journeys of approvals; what nobody decides is recorded.',
    draw(site, behind) {
      const task = named(site, site.apply(put(site, behind, { type: 'bpmn:UserTask' }, '审批'), known(site, 'ask-people')), '审批');
      const edge = { x: task.x + task.width / 2, y: task.y + task.height };
      const late = named(site, site.tools.modeling.createShape({ type: 'bpmn:BoundaryEvent', eventDefinitionType: 'bpmn:TimerEventDefinition' }, edge, task, { attach: true }), '到期');
      wait(site.tools, late, '=date and time(dueAt)');
      aside(site, late);
      const recorded = named(site, site.apply(put(site, late, { type: 'bpmn:ServiceTask' }, '记录到期', under(late, 0)), known(site, 'conclude-approval')), '记录到期');
      fill(site, recorded, { ending: 'EXPIRED' });
      put(site, recorded, { type: 'bpmn:EndEvent' }, '到期未决', under(recorded, 0, 110));
      return task;
    },
  },
  {
    id: 'end-bought', group: 'end', width: 0, zh: '结束：已购买', en: 'End: bought', helpZh: '任何时候付款，旅程立刻结束。', helpEn: 'Whenever the customer pays, the journey ends at once.',
    draw(site) { menders['purchase-exit']?.(site.tools, site.tools.root(), noFinding, new Map()); return null; },
  },
  {
    id: 'end-left', group: 'end', width: 0, zh: '结束：客户离开', en: 'End: customer left', helpZh: '客户删除好友，旅程立刻结束。', helpEn: 'When the customer leaves, the journey ends at once.',
    draw(site) { menders['left-exit']?.(site.tools, site.tools.root(), noFinding, new Map()); return null; },
  },
];
const noFinding = { elementId: null, rule: '', severity: 'ERROR', message: '' };

/** Every step of the workers as a piece of its own. */
export function stepPieces(templates: (Template & { name: string; description?: string; elementType?: { value: string } })[]): Piece[] {
  return templates.filter(one => one.elementType?.value === 'bpmn:ServiceTask').map(one => {
    const [zh = one.name, ...en] = one.name.split(' ');
    return {
      id: one.id, group: 'step', width: STEP, zh, en: en.join(' ') || zh, helpZh: one.description ?? '', helpEn: one.description ?? '',
      draw: (site: Site, behind: Shape) => step(site, behind, one, zh),
    };
  });
}
