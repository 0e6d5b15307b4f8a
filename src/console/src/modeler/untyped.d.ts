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
