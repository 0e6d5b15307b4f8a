// A stand-in for the app, to work on pages without it: npm run mock [port], then npm run dev with SIYU_URL, or the built pages.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as data from './data.mjs';
import * as disputes from './disputes.mjs';
import * as money from './money.mjs';
/** As the app offers them; a test of the workers keeps the file up to date. */
const templates = JSON.parse(readFileSync(new URL('../templates.json', import.meta.url), 'utf8'));

const port = Number(process.argv[2] ?? 0);
const pages = fileURLToPath(new URL('../../target/classes/static', import.meta.url));
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.html': 'text/html', '.woff2': 'font/woff2', '.woff': 'font/woff' };
const CSP = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
let step = 0;
const drafts = new Map();

const page = (list, url, size) => {
  const from = Number(url.searchParams.get('cursor') ?? url.searchParams.get('before') ?? 0);
  return { items: list.slice(from, from + size), next: from + size < list.length ? String(from + size) : null };
};
const mine = (list, url) => list.filter(row => !url.searchParams.get('state') || row.state === url.searchParams.get('state'));
const english = request => (request.headers['accept-language'] ?? '').startsWith('en');
const displayName = (name, request) => data.people[name][english(request) ? 1 : 0];

const routes = [
  ['GET', /^\/api\/public$/, ({ request }) => ({ mode: 'sample', version: '0.1.0', sampleUsers: Object.keys(data.people).map(name => ({ name, displayName: displayName(name, request), role: data.people[name][2][0] })) })],
  ['POST', /^\/api\/login$/, ({ body, response }) => (data.people[body.name] && body.password === 'siyu' ? signIn(response, body.name) : refuse(401, 'SIYU-5001', '账号或密码不对'))],
  ['POST', /^\/api\/logout$/, ({ response }) => signIn(response, '')],
  ['GET', /^\/api\/me$/, ({ request, user }) => (user ? { name: user, displayName: displayName(user, request), roles: data.people[user][2], mode: 'sample', zone: 'Asia/Shanghai' } : refuse(401, 'SIYU-5002', '请先登录'))],
  ['GET', /^\/api\/overview$/, () => data.overview(step)],
  ['GET', /^\/api\/clock$/, () => ({ ...data.overview(step).clock, mode: 'sample', target: null })],
  ['POST', /^\/api\/clock\/advance$/, () => void (step += 96)],
  ['GET', /^\/api\/journeys$/, () => data.journeys],
  ['GET', /^\/api\/journeys\/([^/]+)\/diagram$/, ({ id }) => ({ processId: id, version: 3, definitionKey: '2251799813685249', xml: data.drawings[id] ?? refuse(404, 'SIYU-4004', '没有这条旅程') })],
  ['GET', /^\/api\/journeys\/([^/]+)\/counts$/, ({ id }) => data.counts(id)],
  ['GET', /^\/api\/journeys\/([^/]+)\/instances$/, ({ id, url }) => page(mine(data.instances(id), url), url, 25)],
  ['GET', /^\/api\/instances\/([^/]+)$/, ({ id }) => data.instance(id)],
  ['POST', /^\/api\/instances\/.*\/retry$/, () => undefined],
  ['GET', /^\/api\/customers$/, ({ url }) => page(data.customers.filter(one => (one.name + one.id).includes(url.searchParams.get('query') ?? '') && (!url.searchParams.get('stage') || one.stage === url.searchParams.get('stage'))), url, 30)],
  ['GET', /^\/api\/customers\/([^/]+)$/, ({ id }) => data.customer(id)],
  ['GET', /^\/api\/customers\/([^/]+)\/timeline$/, ({ url }) => page(data.timeline.filter(one => !url.searchParams.get('kind') || one.kind === url.searchParams.get('kind')), url, 12)],
  ['GET', /^\/api\/touches$/, ({ url }) => page(data.unknownTouches, url, 25)],
  ['POST', /^\/api\/touches\/.*\/resolve$/, () => undefined],
  ['GET', /^\/api\/inbox$/, ({ url }) => page(data.failedEvents, url, 25)],
  ['POST', /^\/api\/inbox\/.*\/retry$/, () => undefined],
  ['GET', /^\/api\/health$/, () => data.health],
  ['GET', /^\/api\/replay$/, () => data.replay],
  ['POST', /^\/api\/replay(\/stop)?$/, () => undefined],
  ['GET', /^\/api\/agreements$/, () => ({ items: money.agreements })],
  ['POST', /^\/api\/agreements\/check$/, ({ body }) => money.objection(body)],
  ['POST', /^\/api\/agreements\/what-if$/, ({ body }) => money.whatIf(body)],
  ['POST', /^\/api\/agreements$/, () => ({ id: 'G4' })],
  ['POST', /^\/api\/agreements\/.*\/ask$/, () => refuse(409, 'SIYU-8113', '无法完成此操作', { details: 'from: 2011-01-01 (expected: after 2011-12-05)' })],
  ['POST', /^\/api\/agreements\//, () => undefined],
  ['GET', /^\/api\/agreements\/([^/]+)$/, ({ id }) => money.agreements.find(one => one.id === id) ?? refuse(404, 'SIYU-5404', '没有这份协议')],
  ['GET', /^\/api\/money\/orders$/, ({ url }) => page(mine(money.orders, url), url, 30)],
  ['GET', /^\/api\/money\/orders\/[^/]+\/([^/]+)$/, ({ id }) => money.order(id)],
  ['GET', /^\/api\/ledger\/balances$/, () => money.balances],
  ['GET', /^\/api\/ledger\/entries$/, ({ url }) => page(money.entries.filter(one => ['month', 'account', 'department'].every(key => !url.searchParams.get(key) || one[key] === url.searchParams.get(key))), url, 50)],
  ['GET', /^\/api\/ledger\/checks$/, () => money.checks],
  ['GET', /^\/api\/settlements$/, () => money.settlements],
  ['POST', /^\/api\/settlements/, () => ({ requestId: 'A41' })],
  ['GET', /^\/api\/statements$/, ({ url }) => money.statements(url.searchParams.get('month'))],
  ['GET', /^\/api\/statements\/lines$/, ({ url }) => page(money.statementLines(url.searchParams.get('department')), url, 50)],
  ['GET', /^\/api\/corrections$/, () => money.corrections],
  ['POST', /^\/api\/corrections$/, () => ({ id: 'K3', requestId: 'A42' })],
  ['GET', /^\/api\/disputes$/, ({ user, url }) => disputes.disputes(user, url)],
  ['GET', /^\/api\/disputes\/([^/]+)$/, ({ id, user }) => disputes.page(id, user)],
  ['GET', /^\/api\/dispute-form$/, () => disputes.form],
  ['GET', /^\/api\/dispute-lines$/, () => ({ items: [{ sku: '85123A', title: '白色爱心烛台', quantity: 6 }, { sku: '71053', title: null, quantity: 2 }] })],
  ['POST', /^\/api\/disputes/, () => ({ id: 'D5' })],
  ['GET', /^\/api\/closings$/, ({ user }) => disputes.closings(user)],
  ['POST', /^\/api\/closings/, () => undefined],
  ['GET', /^\/api\/templates$/, () => templates],
  ['GET', /^\/api\/drawings\/([^/]+)$/, ({ id }) => ({ xml: data.drawings[id] })],
  ['GET', /^\/api\/expressions\/functions$/, () => ['contains', 'date and time', 'duration', 'floor', 'string']],
  ['GET', /^\/api\/lint-rules$/, () => [{ id: 'label', name: '网关要有名称', nameEn: 'Gateways have names', why: '没有名称就看不懂走向。', whyEn: 'Without a name nobody follows.', mendable: false }, { id: 'purchase-exit', name: '催单要有购买出口', nameEn: 'Nudges end on purchase', why: '客户已经买了还催，最伤关系。', whyEn: 'Nothing hurts more.', mendable: true }]],
  ['GET', /^\/api\/drafts\/([^/]+)$/, ({ id }) => ({ mine: drafts.get(id) ?? null, others: [{ author: 'manager', savedAt: '2010-12-20T02:00:00Z' }], aside: [] })],
  ['GET', /^\/api\/drafts$/, () => ({ items: [...drafts.values()] })],
  ['POST', /^\/api\/drafts\/([^/]+)$/, ({ id, body }) => (drafts.set(id, { processId: id, name: id, ...body, revision: drafts.size + 1, savedAt: '2010-12-20T03:00:00Z' }), { mine: drafts.get(id), others: [], aside: [] })],
  ['POST', /^\/api\/drafts\/([^/]+)\/discard$/, ({ id }) => void drafts.delete(id)],
  ['GET', /^\/api\/drawings\/([^/]+)\/shipped$/, () => refuse(404, 'SIYU-5011', '未找到')],
  ['POST', /^\/api\/drawings\/check$/, ({ body }) => ({ findings: findings(body.xml) })],
  ['POST', /^\/api\/drawings\/deploy$/, ({ body }) => (findings(body.xml).length ? refuse(422, 'SIYU-4001', '流程图有错误', { findings: findings(body.xml) }) : { processId: 'seed-user-intake', version: 4, definitionKey: '2251799813685300' })],
];

function findings(xml) {
  return /type="send-message"/.test(xml) ? [{ elementId: 'task_MarkSourceTags', rule: 'purchase-exit', severity: 'ERROR', message: '示例：催单必须能被购买打断', messageEn: 'Example: a nudge needs an exit on purchase' }, { elementId: null, rule: 'label', severity: 'WARNING', message: '示例：有一个网关没有名称', messageEn: 'Example: a gateway has no name' }] : [];
}
function signIn(response, name) {
  response.setHeader('Set-Cookie', [`mock-user=${name}; Path=/; HttpOnly`, 'XSRF-TOKEN=mock; Path=/']);
}
function refuse(status, code, message, more = {}) {
  throw Object.assign(new Error(message), { status, body: { code, message, ...more } });
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://mock');
  response.setHeader('Content-Security-Policy', CSP);
  if (url.pathname === '/api/overview/stream') return stream(response);
  if (!url.pathname.startsWith('/api/')) return file(url.pathname, response);
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  try {
    const [, pattern, answer] = routes.find(([method, path]) => method === request.method && path.test(url.pathname)) ?? refuse(404, 'SIYU-5404', '没有这个地址');
    const id = decodeURIComponent(pattern.exec(url.pathname)[1] ?? '');
    const user = /mock-user=(\w+)/.exec(request.headers.cookie ?? '')?.[1];
    const said = answer({ url, id, request, response, user, body: text.startsWith('{') ? JSON.parse(text) : {} });
    response.writeHead(said === undefined ? 204 : 200, { 'Content-Type': 'application/json' });
    response.end(said === undefined ? '' : JSON.stringify(said));
  } catch (error) {
    if (!error.status) throw error;
    response.writeHead(error.status, { 'Content-Type': 'application/json' }).end(JSON.stringify(error.body));
  }
});

function stream(response) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  const send = () => response.write(`event: overview\ndata: ${JSON.stringify(data.overview(step++))}\n\n`);
  send();
  const timer = setInterval(send, 400);
  response.on('close', () => clearInterval(timer));
}

function file(path, response) {
  const wanted = join(pages, path);
  const found = path !== '/' && existsSync(wanted) ? wanted : join(pages, 'index.html');
  response.writeHead(200, { 'Content-Type': `${TYPES[extname(found)] ?? 'text/plain'}; charset=utf-8` }).end(readFileSync(found));
}

server.listen(port, '127.0.0.1', () => console.log(`mock: http://127.0.0.1:${server.address().port}  (user ops, password siyu)`));
