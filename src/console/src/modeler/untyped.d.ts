declare module 'dmn-js/lib/Modeler' {
  interface View { type: string; element: { id: string } }
  interface Viewer { on(event: string, act: (event: { trigger?: string }) => void): void }
  export default class DmnModeler {
    constructor(options: Record<string, unknown>);
    importXML(xml: string): Promise<unknown>;
    saveXML(options: { format: boolean }): Promise<{ xml?: string }>;
    on(event: string, act: (event: { viewer: Viewer }) => void): void;
    getViews(): View[];
    open(view: View): Promise<unknown>;
    destroy(): void;
  }
}
declare module '@bpmn-io/feel-editor' {
  export default class FeelEditor {
    constructor(options: Record<string, unknown>);
    focus(): void;
    _cmEditor?: { destroy(): void };
  }
}
declare module 'bpmn-js-token-simulation/lib/viewer' {
  const module: import('didi').ModuleDeclaration;
  export default module;
}
declare module '@camunda/linting' {
  interface Report { id?: string; rule: string; message: string; category: string }
  export class Linter {
    constructor(options: { modeler: string; type: string });
    lint(xml: string): Promise<Report[]>;
  }
}
