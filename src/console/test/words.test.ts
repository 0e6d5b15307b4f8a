import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { texts } from '@/words';

type Tree = { [key: string]: string | Tree };
const leaves = (tree: Tree, path = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [`${path}${key}`] : leaves(value, `${path}${key}.`)));
const at = (tree: Tree, path: string) => path.split('.').reduce<unknown>((node, key) => (node as Tree)?.[key], tree);
const inOne = (language: 'zh' | 'en') => Object.fromEntries(Object.entries(texts).map(([part, both]) => [part, both[language]])) as Tree;
const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : /\.(vue|ts)$/.test(entry.name) ? [path] : [];
  });

it('should say everything in both languages', () => {
  expect(leaves(inOne('en')).sort()).toEqual(leaves(inOne('zh')).sort());
});

it('should fill the same gaps in both languages', () => {
  const holes = (text: unknown) => [...String(text).matchAll(/{(\w+)}/g)].map(match => match[1]).sort().join();
  const differing = leaves(inOne('zh')).filter(key => holes(at(inOne('zh'), key)) !== holes(at(inOne('en'), key)));
  expect(differing).toEqual([]);
});

it('should have words for every key that a page asks for', () => {
  const known = new Set(leaves(inOne('zh')));
  const asked = sources('src').flatMap(file => [...readFileSync(file, 'utf8').matchAll(/\bt\('([\w.]+)'/g)].map(match => `${match[1]}`));
  expect(asked.length).toBeGreaterThan(150);
  expect([...new Set(asked)].filter(key => !known.has(key))).toEqual([]);
});

it('should not write Chinese into a page past the words', () => {
  const strays = sources('src').filter(file => file.endsWith('.vue') && /[\u4e00-\u9fff]/.test(readFileSync(file, 'utf8')));
  expect(strays).toEqual([]);
});
