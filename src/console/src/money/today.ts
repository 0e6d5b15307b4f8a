import { computed, onMounted } from 'vue';
import { useSession } from '@/access/session';
import { get } from '@/api/client';
import { useAsk } from '@/parts/ask';
import { moment } from '@/words/format';

/** The business day, which is not the browser's while a sample year is replayed. */
export function useToday() {
  const session = useSession();
  const { data, error, load } = useAsk(() => get<{ now: string }>('/api/clock'));
  onMounted(load);
  return { today: computed(() => (data.value ? moment(data.value.now, session.zone).slice(0, 10) : '')), error };
}
