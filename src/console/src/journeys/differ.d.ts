declare module 'bpmn-js-differ' {
  type Found = Record<string, unknown>;
  export function diff(before: unknown, after: unknown): { _added: Found; _removed: Found; _changed: Found; _layoutChanged: Found };
}
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(packages: Record<string, unknown>);
    fromXML(xml: string): Promise<{ rootElement: unknown }>;
  }
}
