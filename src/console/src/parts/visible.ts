import { onBeforeUnmount, onMounted } from 'vue';

/** Does something every so often, but only while the page is looked at; and at once when it is looked at again. */
export function useWhileVisible(act: () => unknown, everyMillis: number) {
  let timer: ReturnType<typeof setInterval> | undefined;

  function resume() {
    clearInterval(timer);
    if (document.hidden) return;
    timer = setInterval(act, everyMillis);
  }
  function onChange() {
    if (!document.hidden) act();
    resume();
  }
  onMounted(() => {
    resume();
    document.addEventListener('visibilitychange', onChange);
  });
  onBeforeUnmount(() => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', onChange);
  });
}
