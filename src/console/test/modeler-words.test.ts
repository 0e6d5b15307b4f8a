import { readFileSync } from 'node:fs';
import { ELEMENT_DESCRIPTIONS } from 'camunda-bpmn-js/lib/base/features/element-descriptions/descriptions';
import { GROUP_DESCRIPTIONS } from 'camunda-bpmn-js/lib/base/features/create-append-groups/options';
import { describe, expect, it } from 'vitest';
import { chinese, translateTo } from '@/modeler/translate';

const bundle = readFileSync('node_modules/camunda-bpmn-js/dist/camunda-cloud-modeler.development.js', 'utf8');

/** Every text the modeler hands to translate as a literal, in whichever quotes. */
function literals(): string[] {
  const found = bundle.matchAll(/\btranslate(?:\$\w+)?\(\s*(?:'((?:[^'\\\n]|\\.)+)'|"((?:[^"\\\n]|\\.)+)"|`([^`$]+)`)/g);
  return [...new Set([...found].map(match => (match[1] ?? match[2] ?? match[3] ?? '').replace(/\\(.)/g, '$1')))];
}
/** Names of what can be drawn: they are translated too, but not as literals. */
function menuLabels(): string[] {
  const found = bundle.matchAll(/\b(?:label|title): '([A-Z][a-z][^'\\\n]*)',\s*\n\s*(?:actionName|className|target|group|action)\b/g);
  return [...new Set([...found].map(match => match[1] ?? ''))];
}
const missing = (texts: string[]) => texts.filter(text => !(text in chinese));

describe('the modeler in Chinese', () => {
  it('should know every text in the bundle', () => {
    const texts = literals();
    expect(texts.length).toBeGreaterThan(300);
    expect(missing(texts)).toEqual([]);
  });
  it('should know every name in the menus', () => {
    const texts = menuLabels();
    expect(texts.length).toBeGreaterThan(60);
    expect(missing(texts)).toEqual([]);
  });
  it('should say what every element is for', () => {
    expect(missing(Object.values(ELEMENT_DESCRIPTIONS))).toEqual([]);
    expect(missing(Object.values(GROUP_DESCRIPTIONS))).toEqual([]);
  });
  it('should keep the placeholders of every text', () => {
    const holes = (text: string) => [...text.matchAll(/{([^}]+)}/g)].map(match => match[1]).sort().join();
    expect(Object.entries(chinese).filter(([key, text]) => holes(key) !== holes(text))).toEqual([]);
  });
  it('should fill in placeholders and leave English as it is', () => {
    expect(translateTo('zh')('HELLO {you}', { you: '思域' })).toBe('你好，思域');
    expect(translateTo('en')('Append element')).toBe('Append element');
  });
});
