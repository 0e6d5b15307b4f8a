import { ApiError } from '@/api/client';
import { inWords } from '@/parts/say';
import { objectionTo } from './terms';

type Words = (key: string, named?: Record<string, unknown>) => string;

/** The known refusals about money as sentences that say what to do; the server's own detail follows. */
const KNOWN = ['SIYU-8110', 'SIYU-8111', 'SIYU-8113', 'SIYU-8120', 'SIYU-8121', 'SIYU-8130', 'SIYU-8131', 'SIYU-8132', 'SIYU-8170'];

const CLOSING = ['SIYU-8180', 'SIYU-8181', 'SIYU-8182', 'SIYU-8183'];

export function objectionInWords(objection: string, t: Words): string {
  const part = objectionTo(objection);
  return part ? t(`money.objection.${part}`) : t('money.objection.other');
}

export function refusal(error: unknown, t: Words): string {
  if (!(error instanceof ApiError)) throw error;
  const detail = String(error.body.details ?? '');
  if (CLOSING.includes(error.code)) return `${t(`closings.refused.${error.code.slice(-4)}`)} · ${t('common.code', { code: error.code })}`;
  const said = KNOWN.includes(error.code) ? t(`money.refused.${error.code.slice(-4)}`) : inWords(error, t);
  const about = error.code === 'SIYU-8110' ? ` ${objectionInWords(detail, t)}` : '';
  return `${said}${about}${detail ? ` (${detail})` : ''} · ${t('common.code', { code: error.code })}`;
}
