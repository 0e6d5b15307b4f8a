import others from 'bpmn-js-i18n/translations/zn.js';
import { elements } from './zh/elements';
import { hints } from './zh/hints';
import { panel } from './zh/panel';
import { types } from './zh/types';

/** Our own words first; the community's for the rest. */
export const chinese: Record<string, string> = { ...others, ...types, ...hints, ...panel, ...elements };

/** The modeler's text in the reader's language, with {placeholders} filled in. */
export function translateTo(language: string) {
  return translateWith(language === 'zh' ? chinese : {});
}

/** Texts in the words given, else as they are; {placeholders} are filled in. */
export function translateWith(words: Record<string, string>) {
  return (template: string, replacements: Record<string, string> = {}) =>
    (words[template] ?? template).replace(/{\s*([^}]+?)\s*}/g, (whole, key: string) => replacements[key] ?? whole);
}
