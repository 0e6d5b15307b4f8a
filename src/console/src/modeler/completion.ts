import type { Shape, Tools } from './editor';
import { leftBy } from './variables';

interface Resolver { registerProvider(provider: { getVariables(element: Shape): unknown[] }): void }

/** Tells the fields of the properties panel which variables our workers, messages and forms leave behind. */
export const completion = (tools: () => Tools, language: string): { __init__: string[]; siyuVariables: ['type', new (resolver: Resolver) => unknown] } => ({
  __init__: ['siyuVariables'],
  siyuVariables: ['type', class {
    static readonly $inject = ['variableResolver'];
    constructor(resolver: Resolver) { resolver.registerProvider(this); }
    getVariables(element: Shape) {
      return leftBy(element, tools()).filter(one => one.name).map(one => ({ name: one.name, type: one.type, info: language === 'zh' ? one.zh : one.en }));
    }
  }],
});
