import type { Finding } from '@/api/types';
import { correlationOf, listen, message, wait, type Business, type Connection, type Shape, type Tools } from './editor';
import { fill, type Answers } from './fields';
import { strip } from './known';
import { longer } from './waits';

type Mender = (tools: Tools, element: Shape, finding: Finding, answers: Answers) => void;

const DAYS = (days: string) => `=date and time(at) + duration("${days}")`;
const below = (shape: Shape, by = 120) => ({ x: shape.x + shape.width / 2 + 110, y: shape.y + shape.height / 2 + by });

/** What the modeler can mend by itself, by the id of the rule; each is one step to undo. */
export const menders: Record<string, Mender> = {
  'absolute-timer': (tools, event) => {
    const timer = event.businessObject.eventDefinitions?.[0];
    const given = [timer?.timeDuration, timer?.timeCycle].map(one => (one as Business | undefined)?.body).join(' ');
    wait(tools, event, DAYS(/P[0-9A-Z]+/.exec(given)?.[0] ?? 'P3D'));
  },
  deadline: (tools, element) => {
    if (element.type === 'bpmn:UserTask') return giveUpLater(tools, element);
    const gateway = element.type === 'bpmn:EventBasedGateway' ? element : gatewayBefore(tools, element);
    const timer = tools.modeling.appendShape(gateway, timerEvent, below(gateway));
    wait(tools, timer, DAYS('P7D'));
    tools.modeling.updateProperties(timer, { name: '满 7 天' });
    end(tools, timer, '到期结束');
  },
  'purchase-exit': tools => exit(tools, 'order-paid', '任何时候付款', '订单已付款', '已购买'),
  'left-exit': tools => exit(tools, 'customer-left', '任何时候流失', '客户已离开', '已流失'),
  executable: tools => tools.modeling.updateProperties(tools.root(), { isExecutable: true }),
  'multi-instance': (tools, element) => tools.modeling.updateProperties(element, { loopCharacteristics: undefined }),
  'engine-version': tools => {
    const definitions = tools.root().businessObject.$parent as Business;
    tools.modeling.updateModdleProperties(tools.root(), definitions, { 'modeler:executionPlatform': 'Camunda Cloud', 'modeler:executionPlatformVersion': '8.5.0' });
  },
  extension: strip,
  correlation: (tools, element, finding) => {
    const definitions = tools.root().businessObject.$parent as Business;
    const found = definitions.rootElements?.find(one => one.id === finding.elementId);
    if (!found) return;
    const box = tools.factory.create('bpmn:ExtensionElements', { values: [tools.factory.create('zeebe:Subscription', { correlationKey: correlationOf(tools, found.name ?? '') })] });
    tools.modeling.updateModdleProperties(element, found, { extensionElements: box });
  },
  'output-at': (tools, element) => {
    const mapping = element.businessObject.extensionElements?.values?.find(one => one.$type === 'zeebe:IoMapping');
    const output = tools.factory.create('zeebe:Output', { source: '=at', target: 'at' });
    if (mapping) tools.modeling.updateModdleProperties(element, mapping, { outputParameters: [...((mapping.outputParameters as Business[] | undefined) ?? []), output] });
  },
  field: (tools, element, _, answers) => fill(tools, element, answers),
  'contact-frequency': (tools, element, finding) => {
    const timer = timerBefore(element);
    if (timer) wait(tools, timer, DAYS(`P${longer(dateOf(timer), finding)}D`));
  },
};

const dateOf = (timer: Shape) => String((timer.businessObject.eventDefinitions?.[0]?.timeDate as Business | undefined)?.body ?? '');
const timerEvent = { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:TimerEventDefinition' };

/** A reminder at the edge becomes the deadline, else one is drawn. */
function giveUpLater(tools: Tools, task: Shape) {
  const patient = (task as Shape & { attachers?: Shape[] }).attachers?.find(one => one.businessObject.eventDefinitions?.[0]?.$type === 'bpmn:TimerEventDefinition');
  if (patient) return tools.modeling.updateProperties(patient, { cancelActivity: true });
  const edge = { x: task.x + task.width / 2, y: task.y + task.height };
  const event = tools.modeling.createShape({ type: 'bpmn:BoundaryEvent', eventDefinitionType: 'bpmn:TimerEventDefinition' }, edge, task, { attach: true });
  wait(tools, event, DAYS('P3D'));
  tools.modeling.updateProperties(event, { name: '到期' });
  end(tools, event, '没人决定');
}

function gatewayBefore(tools: Tools, event: Shape): Shape {
  const at = { x: event.x + event.width / 2, y: event.y + event.height / 2 };
  tools.modeling.moveElements([event], { x: 110, y: 0 });
  const gateway = tools.modeling.createShape({ type: 'bpmn:EventBasedGateway' }, at, event.parent as Shape);
  event.incoming.slice().forEach((flow: Connection) => tools.modeling.reconnectEnd(flow, gateway, at));
  tools.modeling.connect(gateway, event);
  return gateway;
}

function end(tools: Tools, from: Shape, name: string) {
  const at = { x: from.x + from.width / 2 + 120, y: from.y + from.height / 2 + (from.type === 'bpmn:BoundaryEvent' ? 90 : 0) };
  tools.modeling.updateProperties(tools.modeling.appendShape(from, { type: 'bpmn:EndEvent' }, at), { name });
}

/** An event sub-process below everything: whatever happens, it ends the journey. */
function exit(tools: Tools, name: string, called: string, begins: string, ends: string) {
  const root = tools.root();
  const lowest = Math.max(...(root.children ?? []).map(one => one.y + one.height).filter(Number.isFinite), 200);
  const left = Math.min(...(root.children ?? []).map(one => one.x).filter(Number.isFinite), 160);
  message(tools, name);
  const box = tools.shapes.createShape({ type: 'bpmn:SubProcess', isExpanded: true, triggeredByEvent: true, width: 300, height: 140 });
  const sub = tools.modeling.createShape(box, { x: left + 150, y: lowest + 130 }, root);
  tools.modeling.updateProperties(sub, { name: called });
  const event = tools.modeling.createShape({ type: 'bpmn:StartEvent', eventDefinitionType: 'bpmn:MessageEventDefinition', isInterrupting: true }, { x: sub.x + 70, y: sub.y + 70 }, sub);
  listen(tools, event, name);
  tools.modeling.updateProperties(event, { name: begins });
  end(tools, event, ends);
}

/** A wait of so many days; one until a date that only a worker knows cannot be made longer. */
const COUNTS_ON = /^=\s*date and time\(at\)\s*\+\s*duration\("/;

function timerBefore(element: Shape, seen = new Set<Shape>()): Shape | undefined {
  for (const { source } of element.incoming) {
    if (seen.has(source)) continue;
    seen.add(source);
    if (COUNTS_ON.test(dateOf(source))) return source;
    const further = timerBefore(source, seen);
    if (further) return further;
  }
  return undefined;
}
