export type Facts = Record<string, string>;

const FLOW = new Set([
  'serviceTask', 'userTask', 'businessRuleTask', 'sendTask', 'receiveTask', 'scriptTask', 'callActivity', 'subProcess',
  'startEvent', 'endEvent', 'intermediateCatchEvent', 'intermediateThrowEvent', 'boundaryEvent',
  'exclusiveGateway', 'inclusiveGateway', 'parallelGateway', 'eventBasedGateway', 'sequenceFlow',
]);

/** What each element of a drawing says beside where it stands: settings, dates, conditions, mappings, neighbours. */
export function factsOf(xml: string): Record<string, Facts> {
  const drawing = new DOMParser().parseFromString(xml, 'application/xml');
  const all = [...drawing.getElementsByTagName('*')];
  const messages = Object.fromEntries(all.filter(e => e.localName === 'message').map(e => [e.getAttribute('id'), e.getAttribute('name') ?? '']));
  const facts: Record<string, Facts> = {};
  for (const element of all) {
    const id = element.getAttribute('id');
    if (id && (FLOW.has(element.localName) || element.localName === 'process')) facts[id] = own(element, messages);
  }
  return facts;
}

function own(element: Element, messages: Record<string, string>): Facts {
  const facts: Facts = {};
  for (const attribute of ['name', 'sourceRef', 'targetRef', 'attachedToRef', 'cancelActivity', 'default']) {
    const value = element.getAttribute(attribute);
    if (value) facts[attribute] = value;
  }
  for (const part of parts(element)) said(part, messages, facts);
  return facts;
}

function said(part: Element, messages: Record<string, string>, facts: Facts) {
  const get = (name: string) => part.getAttribute(name) ?? '';
  switch (part.localName) {
    case 'header': facts[`header ${get('key')}`] = get('value'); break;
    case 'taskDefinition': facts.type = get('type'); facts.retries = get('retries'); break;
    case 'input': case 'output': facts[`${part.localName} ${get('target')}`] = get('source'); break;
    case 'timeDate': case 'timeDuration': case 'timeCycle': case 'conditionExpression': case 'documentation':
      facts[part.localName] = (part.textContent ?? '').trim(); break;
    case 'messageEventDefinition': facts.message = messages[get('messageRef')] ?? ''; break;
    case 'calledDecision': facts.decision = get('decisionId'); facts.result = get('resultVariable'); break;
    case 'calledElement': facts.process = get('processId'); break;
    case 'formDefinition': facts.form = get('formId'); break;
    case 'assignmentDefinition': facts.assignee = get('assignee') || get('candidateGroups'); break;
    case 'taskSchedule': facts.dueDate = get('dueDate'); break;
  }
}

/** Everything below an element that is not an element of the flow itself. */
function parts(element: Element): Element[] {
  return [...element.children].filter(child => !FLOW.has(child.localName)).flatMap(child => [child, ...parts(child)]);
}
