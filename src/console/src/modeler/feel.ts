import FeelEditor from '@bpmn-io/feel-editor';
import { camundaBuiltins } from '@camunda/feel-builtins';
import type { Known } from './variables';

/** What the server refuses is not completed; all of them when it could not be asked. */
export const offered = (functions: string[]) => camundaBuiltins.filter(one => !functions.length || functions.includes(one.name));

/** A field for one expression that completes variables and functions; Ctrl+Enter tries it. */
export function openFeel(container: HTMLElement, value: string, variables: Known[], functions: string[], language: string, label: string, heard: { changed(text: string): void; tried(): void }) {
  const editor = new FeelEditor({
    container, value,
    // their explanations are English HTML, which the field shows as text
    builtins: offered(functions).map(one => ({ ...one, info: undefined })),
    variables: variables.map(one => ({ name: one.name, detail: one.type, info: language === 'zh' ? one.zh : one.en })),
    contentAttributes: { 'aria-label': label },
    onChange: heard.changed,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
      heard.tried();
      return true;
    },
  });
  return { focus: () => editor.focus(), close: () => editor._cmEditor?.destroy() };
}
