import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { ApiError, get, post } from '@/api/client';
import type { Me, Role } from '@/api/types';

/** Who is signed in, and what their roles let them do here; the server decides again at every call. */
export const useSession = defineStore('session', () => {
  const me = ref<Me | null>(null);
  const asked = ref(false);
  /** Why nobody knows who is signed in; asked again at the next page. */
  const trouble = ref<ApiError | null>(null);

  async function load() {
    if (asked.value) return;
    try {
      me.value = await get<Me>('/api/me');
      asked.value = true;
      trouble.value = null;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      asked.value = error.status === 401;
      trouble.value = asked.value ? null : error;
    }
  }

  async function signIn(name: string, password: string) {
    await post('/api/login', { name, password });
    await reload();
  }

  async function reload() {
    me.value = await get<Me>('/api/me');
    trouble.value = null;
  }

  async function signOut() {
    await post('/api/logout');
    forget();
  }

  function forget() {
    me.value = null;
  }

  const has = (...roles: Role[]) => computed(() => roles.some(role => me.value?.roles.includes(role)) ?? false);
  return {
    me, trouble, load, reload, signIn, signOut, forget,
    sample: computed(() => me.value?.mode === 'sample'),
    zone: computed(() => me.value?.zone ?? 'Asia/Shanghai'),
    mayRead: has('DESIGNER', 'MANAGER', 'AUDITOR', 'BOSS', 'ADMIN', 'FINANCE'),
    mayDesign: has('DESIGNER', 'ADMIN'),
    mayApprove: has('MANAGER', 'BOSS'),
    mayOperate: has('DESIGNER', 'MANAGER', 'ADMIN'),
  };
});
