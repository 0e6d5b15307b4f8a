import { ref, shallowRef } from 'vue';
import { ApiError, get, post } from '@/api/client';
import { processOf } from './files';

export interface Draft { processId: string; xml: string; baseVersion: number; savedAt: string }
interface Other { author: string; savedAt: string }
interface Desk { mine: Draft | null; others: Other[] }
interface Shipped { xml: string; runs: boolean; knownBefore: boolean }

const PAUSE = 2500;

/** What one draws is kept on the server, and one hears who else is at it. */
export function useDraft(currentXml: () => Promise<string>, mayKeep: () => boolean) {
  const found = shallowRef<Draft | null>(null);
  const others = shallowRef<Other[]>([]);
  const shipped = shallowRef<Shipped | null>(null);
  const savedAt = ref('');
  const failed = ref(false);
  let base = 0;
  let timer = 0;

  /** Looks for an earlier draft of this journey, for others, and for what the release brought. */
  async function look(processId: string, version: number) {
    stop();
    base = version;
    [found.value, others.value, shipped.value, savedAt.value] = [null, [], null, ''];
    const desk = await get<Desk>(`/api/drafts/${encodeURIComponent(processId)}`).catch(nothing);
    found.value = desk?.mine ?? null;
    others.value = desk?.others ?? [];
    const brought = await get<Shipped>(`/api/drawings/${encodeURIComponent(processId)}/shipped`).catch(nothing);
    shipped.value = brought && !brought.runs && !brought.knownBefore ? brought : null;
  }

  function saveSoon() {
    if (!mayKeep()) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(save, PAUSE);
  }

  async function save() {
    const xml = await currentXml();
    try {
      const desk = await post<Desk>(`/api/drafts/${encodeURIComponent(processOf(xml).id)}`, { xml, baseVersion: base });
      savedAt.value = desk.mine?.savedAt ?? '';
      others.value = desk.others;
      failed.value = false;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      failed.value = true;
    }
  }

  async function discard(processId: string) {
    stop();
    found.value = null;
    savedAt.value = '';
    await post(`/api/drafts/${encodeURIComponent(processId)}/discard`).catch(nothing);
  }
  const stop = () => window.clearTimeout(timer);
  return { found, others, shipped, savedAt, failed, look, saveSoon, discard, stop };
}

function nothing(error: unknown): null {
  if (!(error instanceof ApiError)) throw error;
  return null;
}
