import { FACTS, type Fact, type OwnerRule, type SplitRule, type Terms, type When } from './types';
import { OWNER, shareProblem } from './shares';

export const always = (): When => ({ turn: 'ANY', facts: {} });

/** What a new agreement begins with: the last rule is there, because every order must find one. */
export function blank(from: string, department: string, lastRule: string): Terms {
  return {
    title: '', scope: '*', protectionDays: 90, windowDays: 365, afterSaleDays: 15, lostRefunds: 'OWNER', from, to: null,
    signers: department ? [department] : [], owners: [],
    rules: [{ name: lastRule, when: always(), shares: [{ department, bp: 10_000 }] }],
  };
}

export const copied = (terms: Terms): Terms => JSON.parse(JSON.stringify(terms)) as Terms;

/** Everybody who gets a part; they must all sign. */
export function departmentsOf(terms: Terms): string[] {
  const named = [...terms.owners.map(one => one.department), ...terms.rules.flatMap(rule => rule.shares.map(one => one.department))];
  return [...new Set([...terms.signers, ...named])].filter(name => name && name !== OWNER);
}

export function missingSigners(terms: Terms): string[] {
  return departmentsOf(terms).filter(name => !terms.signers.includes(name));
}

export const conditionsOf = (when: When) =>
  FACTS.filter(fact => when.facts[fact]?.length).map(fact => ({ fact, patterns: when.facts[fact] ?? [] }));

type Words = (key: string, named?: Record<string, unknown>) => string;

/** Conditions as a sentence: "首单，添加渠道 是 ads 或 sms". */
export function sentence(when: When, t: Words): string {
  const facts = conditionsOf(when).map(({ fact, patterns }) =>
    patterns.includes('*') ? t('money.when.known', { fact: t(`money.fact.${fact}`) })
      : t('money.when.is', { fact: t(`money.fact.${fact}`), values: patterns.join(t('money.when.or')) }));
  const turn = when.turn === 'ANY' ? [] : [t(`money.turn.${when.turn}`)];
  return [...turn, ...facts].join(t('money.when.and')) || t('money.when.always');
}

export function moved<T>(list: T[], index: number, by: number): T[] {
  const other = index + by;
  if (other < 0 || other >= list.length) return list;
  const copy = [...list];
  [copy[index], copy[other]] = [copy[other] as T, copy[index] as T];
  return copy;
}

/** A rule whose shares or name cannot be meant, before the server is asked. */
export function ruleProblem(rule: SplitRule | OwnerRule): string | null {
  if (!rule.name.trim()) return 'name';
  return 'shares' in rule ? shareProblem(rule.shares) : rule.department.trim() ? null : 'empty';
}

const PARTS = ['title', 'scope', 'protectionDays', 'windowDays', 'afterSaleDays', 'to', 'signers', 'rules', 'rule', 'owners', 'shares', 'from'] as const;

/** Which part of the terms the server objects to, by how its sentence begins. */
export function objectionTo(objection: string): (typeof PARTS)[number] | null {
  return PARTS.find(part => new RegExp(`^${part}\\b`).test(objection)) ?? null;
}

export type { Fact };
