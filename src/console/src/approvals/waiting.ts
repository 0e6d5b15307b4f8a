import { defineStore } from 'pinia';
import { ref } from 'vue';
import { ApiError, get } from '@/api/client';

/** How many approvals wait for the signed-in person: the number in the menu. */
export const useWaiting = defineStore('approvals-waiting', () => {
  const mine = ref(0);
  async function load() {
    try {
      mine.value = (await get<{ mine: number }>('/api/approvals/waiting')).mine;
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
    }
  }
  return { mine, load };
});
