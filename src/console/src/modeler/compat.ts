import { Linter } from '@camunda/linting';
import type { Finding } from '@/api/types';
import { compatSentence } from './zh/compat';

/** As findings of the browser name their rule. */
export const COMPAT = 'engine-8-5';

/** What Camunda's own rules say of a drawing for the engine that it is marked for. */
export async function compatFindings(xml: string): Promise<Finding[]> {
  const reports = await new Linter({ modeler: 'web', type: 'cloud' }).lint(xml);
  return reports.map(report => ({
    elementId: report.id ?? null, rule: COMPAT, severity: 'WARNING',
    message: compatSentence(report.rule), messageEn: report.message,
  }));
}
