declare module 'bpmn-js-i18n/translations/zn.js' {
  const words: Record<string, string>;
  export default words;
}
declare module '@bpmn-io/element-templates-validator' {
  export function validateAllZeebe(templates: unknown): { valid: boolean; results: unknown[] };
}
