import DmnModeler from 'dmn-js/lib/Modeler';
import 'dmn-js/dist/assets/diagram-js.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-drd.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-js-literal-expression.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression-controls.css';
import { filled, later, type OpenedEditor } from './later';
import { inWordsOf } from './inwords';
import { translateWith } from './translate';
import { decisions, fixed } from './zh/decisions';

/** The editor of decision tables; the bpmn.io mark stays visible. */
export async function openDecision(container: HTMLElement, dmn: string, language: string, changed: (dmn: string) => void): Promise<OpenedEditor> {
  const view = { additionalModules: [{ translate: ['value', translateWith(language === 'zh' ? decisions : {})] }] };
  const modeler = new DmnModeler({ container, drd: view, decisionTable: view, literalExpression: view, boxedExpression: view });
  const quiet = language === 'zh' ? inWordsOf(container, fixed, 'tbody') : () => undefined;
  let closed = false;
  const saving = later(async () => {
    const { xml } = await modeler.saveXML({ format: true });
    // another table may be shown in its place by now
    if (!closed) changed(xml ?? '');
  });
  modeler.on('viewer.created', ({ viewer }) => {
    viewer.on('commandStack.changed', ({ trigger }) => { if (trigger !== 'clear') saving.soon(); });
  });
  const opened = { flush: saving.flush, close: () => { closed = true; saving.stop(); quiet(); modeler.destroy(); } };
  await filled(opened, () => modeler.importXML(dmn));
  const table = modeler.getViews().find(one => one.type === 'decisionTable');
  if (table) await modeler.open(table);
  return opened;
}
