import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inWordsOf } from '@/modeler/inwords';
import { decisions } from '@/modeler/zh/decisions';
import { formWords } from '@/modeler/zh/forms';
import { simulationWords } from '@/modeler/zh/simulation';

const read = (path: string) => readFileSync(join('node_modules', path), 'utf8');
const sources = (folder: string) => readdirSync(join('node_modules', folder), { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.js')).map(name => read(join(folder, name))).join('\n');
const hits = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].flatMap(match => match.slice(1).filter(one => one !== undefined)).map(one => one.replace(/\\(.)/g, '$1'));
const missing = (texts: string[], words: Record<string, string>) => [...new Set(texts)].filter(text => !(text in words));

describe('the editor of decision tables in Chinese', () => {
  const bundle = ['shared', 'drd', 'decision-table', 'literal-expression', 'boxed-expression'].map(part => sources(`dmn-js-${part}/lib`)).join('\n');

  it('should know every text it hands to translate', () => {
    const texts = hits(bundle, /translate\(\s*(?:'((?:[^'\\\n]|\\.)+)'|"((?:[^"\\\n]|\\.)+)"|`([^`$]+)`)/g);
    expect(texts.length).toBeGreaterThan(160);
    expect(missing(texts, decisions)).toEqual([]);
  });
  it('should know the texts it translates by name', () => {
    const policies = hits(sources('dmn-js-decision-table/lib/features/hit-policy'), /(?:label|explanation): '([^'\n]+)'/g);
    const types = hits(read('dmn-js-shared/lib/features/data-types/DataTypes.js'), /'([A-Za-z]+)'(?=[,\]])/g);
    const checks = hits(sources('dmn-js-decision-table/lib/features'), /'((?:Must|Date|Time|Date and time) (?:must )?match [^'\n]+)'/g);
    const logics = hits(read('dmn-js-drd/lib/features/replace/ReplaceOptions.js'), /label: '([^'\n]+)'/g);
    expect(policies.length).toBeGreaterThan(15);
    expect(types.length).toBeGreaterThan(7);
    expect(checks.length).toBe(5);
    expect(missing([...policies, ...types, ...checks, ...logics], decisions)).toEqual([]);
  });
});

describe('the editor of forms in Chinese', () => {
  const editor = read('@bpmn-io/form-js-editor/dist/index.es.js');
  const sentence = (text: string) => /^[A-Z<][A-Za-z>]*[a-z>]/.test(text) && !/^[A-Z][a-z]+[A-Z]/.test(text);

  it('should know every text of the editor', () => {
    const texts = hits(editor, /\b(?:label|tooltip|title|placeholder|children|description): ?(?:'((?:[^'\\\n]|\\.)+)'|"((?:[^"\\\n]|\\.)+)")/g).filter(sentence);
    const answers = hits(editor, /return (?:'((?:Must|Should|Value|A number|For security|The document|Remove|Routes|Drop)[^'\n]*)'|"((?:Must|Should|Value)[^"\n]*)")/g);
    expect(texts.length).toBeGreaterThan(130);
    expect(answers.length).toBeGreaterThan(15);
    expect(missing([...texts, ...answers], formWords)).toEqual([]);
  });
  it('should know every component of the palette', () => {
    const viewer = read('@bpmn-io/form-js-viewer/dist/index.es.js');
    const names = hits(viewer, /\bname: '([A-Z][^'\n]+)',?\n\s*group:/g);
    expect(names.length).toBeGreaterThan(12);
    expect(missing(names, formWords)).toEqual([]);
  });
});

describe('the token simulation in Chinese', () => {
  it('should know every title, notice and name', () => {
    const bundle = sources('bpmn-js-token-simulation/lib');
    const titles = hits(bundle, /(?:title|aria-label)="([A-Z][^"$]+)"/g);
    const notices = hits(bundle, /text: (?:elementName \|\| )?'([^'\n]+)'/g);
    expect(titles.length).toBeGreaterThan(5);
    expect(notices.length).toBeGreaterThan(20);
    expect(missing([...titles, ...notices, 'Token Simulation', 'Simulation Log', 'No Entries'], simulationWords)).toEqual([]);
  });
});

describe('texts replaced on the page', () => {
  const settle = () => new Promise(done => setTimeout(done, 20));

  it('should be said in Chinese now and later, but not where people write', async () => {
    // given
    const root = document.createElement('div');
    root.innerHTML = '<label title="Required">Required</label><p> Text </p><div class="own"><b>Text</b></div><i>constructor</i>';
    document.body.append(root);

    // when
    const stop = inWordsOf(root, formWords, '.own');
    const late = document.createElement('span');
    late.textContent = 'Text field';
    // a word that stays as it is must not be written for ever
    late.title = 'ID';
    root.append(late, 'ID');
    await settle();

    // then
    expect(root.textContent).toBe('必填 文字 Textconstructor单行文本ID');
    expect(root.querySelector('label')?.title).toBe('必填');
    stop();
  });
});
