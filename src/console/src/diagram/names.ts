/** Flows out of event-based gateways: the engine does not record that they were taken. */
export interface GatewayFlow {
  id: string;
  source: string;
  target: string;
}

export function gatewayFlows(xml: string | null | undefined): GatewayFlow[] {
  if (!xml) return [];
  const drawing = new DOMParser().parseFromString(xml, 'application/xml');
  const all = [...drawing.getElementsByTagName('*')];
  const gateways = new Set(all.filter(e => e.localName === 'eventBasedGateway').map(e => e.getAttribute('id')));
  return all
    .filter(e => e.localName === 'sequenceFlow' && gateways.has(e.getAttribute('sourceRef')))
    .map(e => ({ id: e.getAttribute('id') ?? '', source: e.getAttribute('sourceRef') ?? '', target: e.getAttribute('targetRef') ?? '' }));
}

/** The names that a drawing gives its elements, by id; elements without a name are left out. */
export function elementNames(xml: string | null | undefined): Record<string, string> {
  if (!xml) return {};
  const drawing = new DOMParser().parseFromString(xml, 'application/xml');
  const names: Record<string, string> = {};
  for (const element of drawing.getElementsByTagName('*')) {
    const id = element.getAttribute('id');
    const name = element.getAttribute('name');
    if (id && name && element.localName !== 'message' && element.localName !== 'definitions') names[id] = name.replace(/\s+/g, ' ');
  }
  return names;
}
