import { shallowRef, watch, type Ref } from 'vue';
import type { Finding, LintRule } from '@/api/types';

/** The rule of what only the browser's check says; the server has the last word. */
export const COMPAT_RULE: LintRule = {
  id: 'engine-8-5', name: '引擎 8.5 兼容', nameEn: 'Compatible with engine 8.5', mendable: false,
  why: 'Camunda 自己的兼容规则，在浏览器里先看一遍；能不能部署以服务器的检查为准。', whyEn: 'Camunda\'s own rules, asked in the browser; the server decides what may be deployed.',
};

/** One list: what the server says of an element is not said a second time. */
export function merged(server: Finding[], browser: Finding[]): Finding[] {
  const told = new Set(server.filter(one => one.severity === 'ERROR' && one.elementId).map(one => one.elementId));
  const seen = new Set<string>();
  return [...server, ...browser.filter(one => {
    const key = `${one.elementId} ${one.message}`;
    if ((one.elementId && told.has(one.elementId)) || seen.has(key)) return false;
    seen.add(key);
    return true;
  })];
}

/** A drawing and what the server says of it. */
export interface Checked { xml: string; findings: Finding[] }

/** The server's findings at once, those of the browser about the same drawing as soon as they are known. */
export function useMerged(checked: Ref<Checked | null>) {
  const all = shallowRef<Finding[] | null>(null);
  watch(checked, async now => {
    all.value = now?.findings ?? null;
    if (!now) return;
    // a drawing that cannot be read has its finding from the server
    const more = await import('./compat').then(({ compatFindings }) => compatFindings(now.xml)).catch(() => []);
    if (checked.value === now) all.value = merged(now.findings, more);
  });
  return all;
}
