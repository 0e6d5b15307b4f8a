import { Form } from '@bpmn-io/form-js-viewer';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';

/** Shows a form; the bpmn.io mark at its foot stays. */
export async function openForm(container: HTMLElement, schema: string, changed: (values: Record<string, unknown>) => void) {
  const form = new Form({ container });
  await form.importSchema(JSON.parse(schema), {});
  form.on('changed', (event: { data: Record<string, unknown> }) => changed({ ...event.data }));
  return form;
}
