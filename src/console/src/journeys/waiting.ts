import type { Wait } from '@/api/types';

type Words = (key: string, named?: Record<string, unknown>) => string;
interface Tongue {
  t: Words;
  te: (key: string) => boolean;
  when: (iso: string) => string;
  distance: (iso: string, now: number) => string;
}

/** What a run waits for and until when, as a sentence. */
export function waitInWords(wait: Wait, now: number, { t, te, when, distance }: Tongue): string {
  const called = (kind: string, code: string | null) => (code && te(`journeys.${kind}.${code}`) ? t(`journeys.${kind}.${code}`) : (code ?? ''));
  const until = wait.until ? { until: when(wait.until), distance: distance(wait.until, now) } : null;
  const due = wait.until !== null && Date.parse(wait.until) <= now;
  switch (wait.kind) {
    case 'TIMER':
      return t(due ? 'journeys.wait.TIMER_DUE' : 'journeys.wait.TIMER', until ?? { until: '–', distance: '–' });
    case 'MESSAGE':
      return t('journeys.wait.MESSAGE', { message: called('message', wait.messageName) });
    case 'USER_TASK':
      return t('journeys.wait.USER_TASK');
    case 'JOB': {
      const job = called('job', wait.jobType);
      if (wait.retries === 0) return t('journeys.wait.JOB_FAILED', { job });
      return until && !due ? t('journeys.wait.JOB_BACKOFF', { job, ...until }) : t('journeys.wait.JOB', { job });
    }
  }
}
