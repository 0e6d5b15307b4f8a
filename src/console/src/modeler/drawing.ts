import { ref, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { ApiError, get, post } from '@/api/client';
import type { Finding } from '@/api/types';
import type { Checked } from './merged';
import { sayDone, sayFailed } from '@/parts/say';
import { blankDrawing } from './blank';

/** The drawing on the page: where it came from, what was found wrong with it, and how it is deployed. */
export function useDrawing(currentXml: () => Promise<string>) {
  const { t } = useI18n();
  const xml = shallowRef<string | null>(null);
  const name = ref('');
  const changed = ref(false);
  const busy = ref<'' | 'open' | 'check' | 'deploy'>('');
  const checked = shallowRef<Checked | null>(null);
  const checking = ref(false);
  /** Why the last check gave no answer; the findings shown are older than the drawing then. */
  const checkFailed = shallowRef<ApiError | null>(null);
  let timer = 0;
  let turn = 0;

  async function ask(): Promise<Checked> {
    const text = await currentXml();
    const { findings } = await post<{ findings: Finding[] }>('/api/drawings/check', { xml: text });
    return { xml: text, findings };
  }

  /** Asks while one draws: a moment after the last change, quietly, and only the newest answer counts. */
  function checkSoon(after = 900) {
    window.clearTimeout(timer);
    const mine = ++turn;
    timer = window.setTimeout(async () => {
      checking.value = true;
      try {
        const answer = await ask();
        if (mine === turn) [checked.value, checkFailed.value] = [answer, null];
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        if (mine === turn) checkFailed.value = error;
      } finally {
        if (mine === turn) checking.value = false;
      }
    }, after);
  }
  const stop = () => { turn += 1; window.clearTimeout(timer); };

  function show(drawing: string, called: string) {
    xml.value = drawing;
    name.value = called;
    changed.value = false;
    checked.value = null;
    checkFailed.value = null;
  }

  async function guarded(what: typeof busy.value, act: () => Promise<void>) {
    busy.value = what;
    try {
      await act();
    } catch (error) {
      sayFailed(error, t);
    } finally {
      busy.value = '';
    }
  }

  /** The drawing that runs, or an earlier version of it; an earlier one counts as changed. */
  const open = (processId: string, called: string, version = '') =>
    guarded('open', async () => {
      const path = `/api/drawings/${encodeURIComponent(processId)}${version && `/versions/${encodeURIComponent(version)}`}`;
      show((await get<{ xml: string }>(path)).xml, called);
      changed.value = version !== '';
    });

  const blank = () => {
    show(blankDrawing(t('modeler.newName')), t('modeler.newName'));
    changed.value = true;
  };

  const check = () =>
    guarded('check', async () => {
      checked.value = await ask();
      checkFailed.value = null;
    });

  /** True when it was deployed. */
  async function deploy(comment: string): Promise<boolean> {
    let done = false;
    await guarded('deploy', async () => {
      const text = await currentXml();
      try {
        const made = await post<{ processId: string; version: number }>('/api/drawings/deploy', { xml: text, comment });
        sayDone(t('modeler.deployed', { name: name.value || made.processId, version: made.version }));
        changed.value = false;
        checked.value = { xml: text, findings: [] };
        done = true;
      } catch (error) {
        const found = foundIn(error);
        if (!found) throw error;
        checked.value = { xml: text, findings: found };
        throw new ApiError(422, (error as ApiError).code, t('modeler.refused', { n: found.length }));
      }
    });
    return done;
  }
  return { xml, name, changed, busy, checked, checking, checkFailed, show, open, blank, check, checkSoon, stop, deploy };
}

function foundIn(error: unknown): Finding[] | null {
  if (!(error instanceof ApiError) || error.status !== 422) return null;
  const list = error.body.findings ?? (error.body.details as { findings?: unknown } | undefined)?.findings;
  return Array.isArray(list) ? (list as Finding[]) : null;
}
