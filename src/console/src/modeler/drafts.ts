import { ref, shallowRef } from 'vue';
import { ApiError, get, post } from '@/api/client';
import { processOf } from '@/diagram/drawing';

export interface Draft { processId: string; name: string; xml: string; baseVersion: number; revision: number; savedAt: string }
export interface Aside { id: number; baseVersion: number; savedAt: string }
interface Other { author: string; savedAt: string }
interface Desk { mine: Draft | null; others: Other[]; aside: Aside[] }
interface Shipped { xml: string; runs: boolean; knownBefore: boolean }

const PAUSE = 2500;
const of = (processId: string) => `/api/drafts/${encodeURIComponent(processId)}`;

/** What one draws is kept on the server, and one hears who else is at it. */
export function useDraft(currentXml: () => Promise<string>, mayKeep: () => boolean) {
  const found = shallowRef<Draft | null>(null);
  const others = shallowRef<Other[]>([]);
  const aside = shallowRef<Aside[]>([]);
  const shipped = shallowRef<Shipped | null>(null);
  const savedAt = ref('');
  const failed = ref(false);
  const base = ref(0);
  /** The revision this window knows of; what it has not seen the server puts aside. */
  let seen = 0;
  let timer = 0;
  /** Which drawing is on the page: an answer about the one before says nothing of this one. */
  let turn = 0;
  let saving: Promise<void> = Promise.resolve();

  /** A drawing that began with this version, and of which no draft is known; 0: with none. */
  function begin(version: number) {
    stop();
    turn += 1;
    base.value = version;
    seen = 0;
    [found.value, others.value, aside.value, shipped.value, savedAt.value] = [null, [], [], null, ''];
  }

  /** Looks for an earlier draft of this journey, for others, and for what the release brought. */
  async function look(processId: string, version: number) {
    begin(version);
    const desk = await get<Desk>(of(processId)).catch(nothing);
    found.value = desk?.mine ?? null;
    others.value = desk?.others ?? [];
    aside.value = desk?.aside ?? [];
    const brought = await get<Shipped>(`/api/drawings/${encodeURIComponent(processId)}/shipped`).catch(nothing);
    shipped.value = brought && !brought.runs && !brought.knownBefore ? brought : null;
  }

  /** Goes on with the draft that was found: it keeps the version it began with. */
  function resume(): string {
    const draft = found.value;
    base.value = draft?.baseVersion ?? base.value;
    seen = draft?.revision ?? 0;
    found.value = null;
    return draft?.xml ?? '';
  }

  /** Goes on with what was put aside; what this window had is put aside in turn. */
  async function takeAside(processId: string, id: number): Promise<string> {
    await quiet();
    const draft = await get<Draft>(`${of(processId)}/aside/${id}`);
    base.value = draft.baseVersion;
    seen = 0;
    return draft.xml;
  }

  async function dropAside(processId: string, id: number) {
    await post(`${of(processId)}/aside/${id}/discard`);
    aside.value = aside.value.filter(one => one.id !== id);
  }

  function saveSoon() {
    if (!mayKeep()) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => { saving = saving.then(save); }, PAUSE);
  }

  /** One after the other: two at once would each not have seen the other. Whatever goes wrong, the next one tries again. */
  async function save() {
    const mine = turn;
    try {
      const xml = await currentXml();
      const { id, name } = processOf(xml);
      const desk = await post<Desk>(of(id), { name: name.slice(0, 200), xml, baseVersion: base.value, seen });
      if (mine !== turn) return;
      seen = desk.mine?.revision ?? 0;
      savedAt.value = desk.mine?.savedAt ?? '';
      others.value = desk.others;
      aside.value = desk.aside ?? [];
      found.value = null;
      failed.value = false;
    } catch {
      if (mine === turn) failed.value = true;
    }
  }

  async function discard(processId: string) {
    await quiet();
    found.value = null;
    savedAt.value = '';
    seen = 0;
    await post(`${of(processId)}/discard`).catch(nothing);
  }
  const stop = () => window.clearTimeout(timer);
  /** Nothing is on its way to the server any more. */
  async function quiet() {
    stop();
    await saving;
  }
  return { found, others, aside, shipped, savedAt, failed, base, begin, look, resume, takeAside, dropAside, saveSoon, save, discard, stop };
}

function nothing(error: unknown): null {
  if (!(error instanceof ApiError)) throw error;
  return null;
}
