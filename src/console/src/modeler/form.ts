import { FormEditor } from '@bpmn-io/form-js-editor';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import '@bpmn-io/form-js-editor/dist/assets/form-js-editor.css';
import '@bpmn-io/form-js-editor/dist/assets/properties-panel.css';
import { settled } from './enclosures';
import { inWordsOf } from './inwords';
import { filled, later, type OpenedEditor } from './later';
import { formWords } from './zh/forms';

const idOf = (form: Record<string, unknown>) => String(form.id ?? '');

/** The editor of forms; the bpmn.io mark stays visible. */
export async function openForm(container: HTMLElement, schema: string, language: string, changed: (schema: string, id: string) => void): Promise<OpenedEditor> {
  const read = JSON.parse(schema) as Record<string, unknown>;
  const editor = new FormEditor({ container });
  // the editor has no hook for its texts
  const quiet = language === 'zh' ? inWordsOf(container, formWords, '.fjs-form-field') : () => undefined;
  const name = settled(idOf(read));
  const write = (whole: boolean) => {
    const form = editor.saveSchema() as Record<string, unknown>;
    delete form.exporter;
    form.id = name.of(idOf(form), whole);
    changed(JSON.stringify(form, null, 2), String(form.id));
  };
  const saving = later(() => write(!container.contains(document.activeElement)));
  const settle = () => { if (name.waits()) write(true); };
  container.addEventListener('focusout', settle);
  const flush = async () => { await saving.flush(); settle(); };
  const opened = { flush, close: () => { container.removeEventListener('focusout', settle); saving.stop(); quiet(); editor.destroy(); } };
  await filled(opened, () => editor.importSchema(read));
  editor.on('commandStack.changed', ({ trigger }: { trigger: string }) => { if (trigger !== 'clear') saving.soon(); });
  return opened;
}
