// How long a drawing takes to open, five times: node build/opening.mjs <base URL> [flow nodes, 150] [user]
// Real pages and a real server; only the text of the drawing is put in by the browser's own router.
import { chromium } from 'playwright-core';

const [base, nodes = '150', user = 'ops'] = process.argv.slice(2);
if (!base) {
  console.error('opening: give the base URL');
  process.exit(1);
}
const count = Number(nodes);
const xml = drawing(count);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
await page.goto(`${base}/login`);
await page.fill('#name', user);
await page.fill('#password', 'siyu');
await page.click('button[type=submit]');
await page.waitForURL(url => !url.pathname.startsWith('/login'));
const journey = await page.evaluate(() => fetch('/api/journeys').then(answer => answer.json()).then(list => list[0].processId));
await page.route(`**/api/drawings/${journey}`, async route => route.fulfill({ json: { xml } }));
await page.route(`**/api/journeys/${journey}/diagram`, async route => {
  const answer = await (await route.fetch()).json();
  await route.fulfill({ json: { ...answer, xml } });
});
const SHAPES = '.djs-container .djs-shape[data-element-id^="node_"]';
console.log(`| ${count} flow nodes, ${count + 3} flows | with the whole console, ms | from a page of the console, ms |\n|---|---|---|`);
for (const [name, path] of [['journey', `/journeys/${journey}`], ['modeler', `/modeler?open=${journey}`]]) {
  const took = { whole: [], inside: [] };
  for (let i = 0; i < 5; i += 1) took.whole.push(await opened(() => page.goto(base + path, { waitUntil: 'commit' })));
  for (let i = 0; i < 5; i += 1) {
    await page.goto(`${base}/health`);
    await page.waitForSelector('.big');
    took.inside.push(await opened(() => page.evaluate(address => { history.pushState({}, '', address); dispatchEvent(new PopStateEvent('popstate', { state: {} })); }, path)));
  }
  console.log(`| ${name} | ${took.whole.join(', ')} | ${took.inside.join(', ')} |`);
}
await browser.close();

/** From there to the moment at which every shape is drawn. */
async function opened(go) {
  const begin = performance.now();
  await go();
  await page.waitForFunction(([shapes, all]) => document.querySelectorAll(shapes).length >= all, [SHAPES, count], { polling: 'raf', timeout: 60_000 });
  return Math.round(performance.now() - begin);
}

/** Rows of tasks between gateways, as long journeys look. */
function drawing(all) {
  const shapes = [];
  const edges = [];
  const flow = [];
  const at = i => ({ x: 160 + (i % 15) * 150, y: 100 + Math.floor(i / 15) * 140 });
  const kinds = ['startEvent', ...Array.from({ length: all - 2 }, (_, i) => (i % 10 === 4 ? 'exclusiveGateway' : 'serviceTask')), 'endEvent'];
  const size = kind => (kind === 'serviceTask' ? [100, 80] : kind === 'exclusiveGateway' ? [50, 50] : [36, 36]);
  const middle = i => { const [w, h] = size(kinds[i]); return { x: at(i).x + w / 2, y: at(i).y + h / 2 }; };
  const join = (from, to) => {
    const id = `flow_${from}_${to}`;
    flow.push(`<bpmn:sequenceFlow id="${id}" sourceRef="node_${from}" targetRef="node_${to}" />`);
    edges.push(`<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="${middle(from).x}" y="${middle(from).y}" /><di:waypoint x="${middle(to).x}" y="${middle(to).y}" /></bpmndi:BPMNEdge>`);
  };
  kinds.forEach((kind, i) => {
    const [w, h] = size(kind);
    flow.push(`<bpmn:${kind} id="node_${i}" name="第 ${i} 步"${kind === 'serviceTask' ? '><bpmn:extensionElements><zeebe:taskDefinition type="send-message" /></bpmn:extensionElements></bpmn:serviceTask>' : ' />'}`);
    shapes.push(`<bpmndi:BPMNShape id="node_${i}_di" bpmnElement="node_${i}"><dc:Bounds x="${at(i).x}" y="${at(i).y}" width="${w}" height="${h}" /></bpmndi:BPMNShape>`);
    if (i > 0) join(i - 1, i);
  });
  for (const from of [5, 15, 25, 35]) if (from + 2 < all) join(from, from + 2);
  return `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:modeler="http://camunda.org/schema/modeler/1.0" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="https://siyu.dev/journeys" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.5.0"><bpmn:process id="large" name="大旅程" isExecutable="true">${flow.join('')}</bpmn:process><bpmndi:BPMNDiagram id="g"><bpmndi:BPMNPlane id="p" bpmnElement="large">${shapes.join('')}${edges.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;
}
