import { createApp, h } from 'vue';
import { common } from '@/words/common';
import { modeler } from '@/words/modeler';
import ChoiceDialog from './ChoiceDialog.vue';
import type { Question } from './fields';

/** Asks a person which of several values is meant; null: none of them. */
export function choose(question: Question, language: string): Promise<string | null> {
  const words = language === 'zh' ? modeler.zh : modeler.en;
  const { cancel } = language === 'zh' ? common.zh : common.en;
  const host = document.body.appendChild(document.createElement('div'));
  return new Promise(resolve => {
    const onDone = (value: string | null) => {
      app.unmount();
      host.remove();
      resolve(value);
    };
    const title = words.chooseOne.replace('{label}', question.label);
    const app = createApp({ render: () => h(ChoiceDialog, { question, title, hint: words.chooseHint, use: words.chooseUse, cancel, onDone }) });
    app.mount(host);
  });
}
