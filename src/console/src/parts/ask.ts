import { ref, shallowRef, type Ref } from 'vue';
import { ApiError } from '@/api/client';
import type { Page } from '@/api/types';

/** One question to the server: its answer, whether it is under way, and what went wrong. Late answers are dropped. */
export function useAsk<T>(question: () => Promise<T>) {
  const data = shallowRef<T | null>(null);
  const error = shallowRef<ApiError | null>(null);
  const loading = ref(false);
  let turn = 0;

  async function load() {
    const mine = ++turn;
    loading.value = true;
    try {
      const answer = await question();
      if (mine !== turn) return;
      data.value = answer;
      error.value = null;
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      if (mine === turn) error.value = problem;
    } finally {
      if (mine === turn) loading.value = false;
    }
  }
  return { data, error, loading, load };
}

/** A list that is read one page at a time; a new start drops everything shown before. */
export function usePages<T>(question: (cursor: string | undefined) => Promise<Page<T>>) {
  const items = shallowRef<T[]>([]) as Ref<T[]>;
  const next = ref<string | null>(null);
  const page = useAsk(() => question(next.value ?? undefined));
  const started = ref(false);

  async function restart() {
    next.value = null;
    if (await answered()) started.value = true;
  }

  async function more() {
    await answered(items.value);
  }

  async function answered(before: T[] = []): Promise<boolean> {
    await page.load();
    if (page.loading.value || page.error.value) return false;
    items.value = [...before, ...(page.data.value?.items ?? [])];
    next.value = page.data.value?.next ?? null;
    return true;
  }
  return { items, next, started, error: page.error, loading: page.loading, restart, more };
}
