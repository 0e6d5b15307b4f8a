import type { Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useFormat } from '@/words/format';
import type { StoryEvent } from './types';

/** Something that happened to a customer, in a sentence. */
export function useSentence(names: Ref<Record<string, string>>) {
  const { t } = useI18n();
  const { money, word } = useFormat();
  return (event: StoryEvent) => {
    const [medium, ...content] = (event.what ?? '').split(' ');
    switch (event.kind) {
      case 'TOUCH': {
        const key = event.state === 'SENT' || event.state === 'QUEUED' ? 'touched' : 'untouched';
        return t(`rehearsals.event.${key}`, { medium: word('medium', medium), content: content.join(' '), step: event.step ?? '', why: word('rule', event.why ?? event.state) });
      }
      case 'STEP': return t('rehearsals.event.step', { step: names.value[event.what ?? ''] ?? event.what ?? '' });
      case 'ORDER': return t('rehearsals.event.order', { money: money(event.cents), id: event.what ?? '' });
      case 'REFUND': return t('rehearsals.event.refund', { money: money(event.cents) });
      case 'BEGIN': return t('rehearsals.event.begin', { journey: event.what ?? '' });
      case 'END': return t(event.state === 'TERMINATED' ? 'rehearsals.event.cut' : 'rehearsals.event.end', { journey: event.what ?? '' });
      case 'ADDED': return t('rehearsals.event.added', { channel: event.what ?? '–' });
      default: return t('rehearsals.event.reply');
    }
  };
}
