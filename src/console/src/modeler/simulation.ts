import NavigatedViewer from 'camunda-bpmn-js/lib/camunda-cloud/NavigatedViewer';
import simulation from 'bpmn-js-token-simulation/lib/viewer';
import 'camunda-bpmn-js/dist/assets/diagram-js.css';
import 'camunda-bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js-token-simulation/assets/css/bpmn-js-token-simulation.css';
import { inWordsOf } from './inwords';
import { filled } from './later';
import { simulationWords } from './zh/simulation';

/** The drawing with tokens that walk through it; nothing is carried out. The drawing itself stays as it is. */
export async function openSimulation(container: HTMLElement, xml: string, language: string) {
  const viewer = new NavigatedViewer({ container, additionalModules: [simulation] });
  const quiet = language === 'zh' ? inWordsOf(container, simulationWords, 'svg') : () => undefined;
  const opened = { close: () => { quiet(); viewer.destroy(); } };
  await filled(opened, () => viewer.importXML(xml));
  viewer.get<{ zoom(level: string, centre: string): void }>('canvas').zoom('fit-viewport', 'auto');
  viewer.get<{ toggleMode(active: boolean): void }>('toggleMode').toggleMode(true);
  return opened;
}
