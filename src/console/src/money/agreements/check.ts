import { computed, onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { onBeforeRouteLeave } from 'vue-router';
import { ApiError, post } from '@/api/client';
import { missingSigners, ruleProblem } from '../terms';
import { objectionInWords } from '../say';
import type { Terms } from '../types';

const PAUSE = 500;

/** Whether the terms can be meant: what is plain here at once, the rest by the server half a second after the last change. */
export function useCheck(terms: Ref<Terms | null>) {
  const { t } = useI18n();
  const objection = ref<string | null>(null);
  const waiting = ref(false);
  const failed = ref('');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first = '';
  let turn = 0;

  const plain = computed(() => {
    if (!terms.value) return '';
    const rule = [...terms.value.owners, ...terms.value.rules].find(one => ruleProblem(one));
    if (rule) return `${rule.name || t('money.unnamed')}: ${t(`money.problem.${ruleProblem(rule)}`)}`;
    const missing = missingSigners(terms.value);
    return missing.length ? t('money.problem.signers', { names: missing.join(t('money.listed')) }) : '';
  });

  async function ask(asked: string) {
    const mine = ++turn;
    try {
      const answer = await post<{ objection: string | null }>('/api/agreements/check', { terms: JSON.parse(asked) });
      if (mine === turn) [objection.value, failed.value] = [answer.objection, ''];
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (mine === turn) failed.value = t('money.problem.unchecked');
    } finally {
      if (mine === turn) waiting.value = false;
    }
  }
  watch(terms, now => {
    if (!now) return;
    const text = JSON.stringify(now);
    first ||= text;
    clearTimeout(timer);
    waiting.value = !plain.value;
    if (!plain.value) timer = setTimeout(() => ask(text), PAUSE);
  }, { deep: true });

  const check = computed(() => {
    if (plain.value) return { tone: 'bad', text: plain.value, detail: '' };
    if (waiting.value) return { tone: 'soft', text: t('money.problem.checking'), detail: '' };
    if (failed.value) return { tone: 'warn', text: failed.value, detail: '' };
    return objection.value ? { tone: 'bad', text: objectionInWords(objection.value, t), detail: objection.value } : { tone: 'good', text: t('money.problem.none'), detail: '' };
  });

  const changed = () => Boolean(first) && JSON.stringify(terms.value) !== first;
  const hold = (event: BeforeUnloadEvent) => { if (changed()) event.preventDefault(); };
  onMounted(() => window.addEventListener('beforeunload', hold));
  onBeforeUnmount(() => window.removeEventListener('beforeunload', hold));
  onBeforeRouteLeave(() => !changed() || window.confirm(t('money.agreements.leave')));
  return { check, saved: () => { first = JSON.stringify(terms.value); } };
}
