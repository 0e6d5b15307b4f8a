import { computed } from 'vue';
import { useSession } from '@/access/session';

/** Who sees money, who asks for changes of it, and who settles months; the server decides again at every call. */
export function useSight() {
  const session = useSession();
  const has = (...wanted: string[]) => computed(() => (session.me?.roles as string[] | undefined)?.some(role => wanted.includes(role)) ?? false);
  return {
    mayLook: has('MANAGER', 'BOSS', 'AUDITOR', 'FINANCE'),
    mayDraft: has('MANAGER', 'BOSS'),
    /** Acts for a department: contests orders and answers. */
    mayContest: has('MANAGER'),
    maySettle: has('BOSS', 'FINANCE'),
    /** Sees everybody's money, not the own department's only. */
    seesAll: has('BOSS', 'AUDITOR', 'FINANCE'),
  };
}
