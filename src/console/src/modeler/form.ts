import { FormEditor } from '@bpmn-io/form-js-editor';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import '@bpmn-io/form-js-editor/dist/assets/form-js-editor.css';
import '@bpmn-io/form-js-editor/dist/assets/properties-panel.css';
import { inWordsOf } from './inwords';
import { filled, later, type OpenedEditor } from './later';
import { formWords } from './zh/forms';

/** The editor of forms; the bpmn.io mark stays visible. */
export async function openForm(container: HTMLElement, schema: string, language: string, changed: (schema: string, id: string) => void): Promise<OpenedEditor> {
  const editor = new FormEditor({ container });
  // the editor has no hook for its texts
  const quiet = language === 'zh' ? inWordsOf(container, formWords, '.fjs-form-field') : () => undefined;
  const saving = later(() => {
    const form = editor.saveSchema() as Record<string, unknown>;
    delete form.exporter;
    changed(JSON.stringify(form, null, 2), String(form.id ?? ''));
  });
  const opened = { flush: saving.flush, close: () => { saving.stop(); quiet(); editor.destroy(); } };
  await filled(opened, () => editor.importSchema(JSON.parse(schema)));
  editor.on('commandStack.changed', ({ trigger }: { trigger: string }) => { if (trigger !== 'clear') saving.soon(); });
  return opened;
}
