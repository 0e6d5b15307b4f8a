// Photographs every page: node build/screenshots.mjs <base URL> <folder> [user] [only,these,pages]
// Looks for what a person would dislike too: a sideways scroll, an error in the console, a covered watermark.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [base, out, user = 'ops', only = ''] = process.argv.slice(2);
if (!base || !out) {
  console.error('screenshots: give the base URL and a folder for the pictures');
  process.exit(1);
}
mkdirSync(out, { recursive: true });
const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const wanted = only ? only.split(',') : null;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
let complaints = 0;
const leftOut = new Set();
const left = name => { if (!wanted || wanted.includes(name)) leftOut.add(name); };

for (const language of ['zh', 'en']) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    const context = await browser.newContext({ viewport, locale: language === 'zh' ? 'zh-CN' : 'en-GB' });
    await context.addInitScript(value => localStorage.setItem('siyu.language', value), language);
    const page = await context.newPage();
    const complain = text => { complaints += 1; console.log(`${language} ${size} ${page.url()}: ${text}`); };
    page.on('pageerror', error => complain(error.message));
    page.on('console', message => { if (message.type() === 'error' && !message.text().includes('401')) complain(`${message.text()} ${message.location().url}`); });
    const shot = async (name, fullPage = true) => {
      if (wanted && !wanted.includes(name)) return;
      await page.waitForTimeout(600);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (sideways > 0) complain(`${name} is ${sideways} px wider than the window`);
      if (await watermarkCovered(page)) complain(`${name}: the watermark is covered`);
      await page.screenshot({ path: join(out, `${name}-${language}-${size}.png`), fullPage });
    };
    const visit = async (name, path, ready) => {
      if (wanted && !wanted.includes(name)) return;
      await page.goto(base + path);
      if (ready) await page.waitForSelector(ready, { timeout: 20_000 }).catch(() => complain(`${name}: nothing matches ${ready}`));
      await shot(name);
    };
    const ask = (name, path) => api(page, path).catch(error => {
      if (!error.message.startsWith('403')) complain(`${name}: ${error.message}`); // another role's page
      return [];
    });
    /** What of the first thing in a list; null, and a line at the end, when there is none. */
    const find = async (name, path, what) => {
      const found = first(await ask(name, path));
      if (found === undefined) left(name);
      return found === undefined ? null : what(found);
    };
    await page.goto(`${base}/login`);
    await page.waitForSelector('.chip');
    await shot('login');
    await page.fill('#name', user);
    await page.fill('#password', 'siyu');
    await page.click('button[type=submit]');
    await page.waitForURL(url => !url.pathname.startsWith('/login'));
    await page.waitForTimeout(1_500);
    await shot('overview');
    await visit('journeys', '/journeys', '.journey');
    const journey = await api(page, '/api/journeys').then(list => list[0]?.processId);
    await visit('journey', `/journeys/${journey}`, '.djs-container');
    const instance = await api(page, `/api/journeys/${journey}/instances?limit=1`).then(list => list.items[0]?.key);
    if (instance) await visit('instance', `/instances/${instance}`, '.djs-container');
    await visit('customers', '/customers', '.rows');
    const customer = await api(page, '/api/customers?limit=1').then(list => list.items[0]?.id);
    if (customer) await visit('customer', `/customers/${customer}`, '.day');
    await visit('tasks', '/tasks', '.cards, .empty');
    await visit('tasks-ended', '/tasks?state=ENDED', '.cards, .empty');
    await visit('tasks-sends', '/tasks?tab=sends', '.cards, .empty');
    if (user !== 'staff') await visit('tasks-team', '/tasks?tab=team', '.rows, .empty');
    await visit('layers', '/layers', '.dmn');
    await visit('products', '/products', '.cards, .empty');
    await visit('channels', '/channels', '.parts, .empty');
    await visit('accounts', '/accounts', '.rows, .empty');
    await visit('touches', '/touches', '.rows, .empty');
    await visit('inbox', '/inbox', '.rows, .empty');
    await visit('versions', `/journeys/${journey}/versions`, '.card, .empty');
    await visit('content', '/content', '.rows, .empty');
    const piece = await find('piece', '/api/contents', one => one.key);
    if (piece) await visit('piece', `/content/${encodeURIComponent(piece)}`, '.card');
    for (const name of ['moments', 'fission', 'groups', 'readiness', 'tags', 'approvals', 'approval-limits', 'approval-deputies', 'approval-report'])
      await visit(name, `/${name}`, '.card, .empty, .rows');
    const group = await find('group', '/api/groups', one => one.chatId);
    if (group) await visit('group', `/groups/${group}`, '.card');
    const approval = await find('approval', '/api/approvals?box=TEAM', one => one.id) ?? await find('approval', '/api/approvals?box=ASKED', one => one.id);
    if (approval) leftOut.delete('approval');
    if (approval) await visit('approval', `/approvals/${approval}`, '.card');
    await visit('working-days', '/working-days', '.bar');
    const round = await find('round', '/api/selections', one => one.id);
    if (round) await visit('round', `/products/rounds/${round}`, '.card');
    const sheet = await find('readiness-sheet', '/api/readiness', one => one.version);
    if (sheet) await visit('readiness-sheet', `/readiness/${sheet}`, '.card');
    await visit('launches', '/launches', '.rows, .empty');
    await visit('launch-new', '/launches/new', '.card');
    const launch = await find('launch', '/api/launches', one => one.id);
    if (launch) await visit('launch', `/launches/${launch}`, '.djs-container');
    await visit('moves', `/journeys/${journey}/moves`, '.card');
    await visit('rehearsals', '/rehearsals', '.card');
    const rehearsals = (await ask('rehearsal', '/api/rehearsals')).filter(one => one.state === 'DONE');
    const rehearsal = rehearsals[0]?.id;
    if (!rehearsal) left('rehearsal');
    else {
      await visit('rehearsal', `/rehearsals/${rehearsal}`, '.djs-container');
      const guest = await find('rehearsal-story', `/api/rehearsals/${rehearsal}/customers`, one => one.customer);
      if (guest) await visit('rehearsal-story', `/rehearsals/${rehearsal}/customers/${encodeURIComponent(guest)}`, '.djs-container');
      const other = rehearsals.find(one => one.id !== rehearsal && one.scenarioHash === rehearsals[0].scenarioHash)?.id;
      if (other) await visit('rehearsal-compare', `/rehearsals/${rehearsal}/against/${other}`, '.card');
      else left('rehearsal-compare');
    }
    await visit('health', '/health', '.big');
    if (['manager', 'boss', 'auditor', 'finance'].includes(user)) {
      await visit('money', '/money', 'canvas, .empty');
      await visit('money-orders', '/money/orders', '.rows, .empty');
      const order = await ask('money-order', '/api/money/orders?limit=1').then(list => list.items?.[0]);
      if (order) await visit('money-order', `/money/orders/${order.source}/${order.orderId}`, 'article, .empty');
      await visit('agreements', '/agreements', '.rows, .empty');
      const agreement = await ask('agreement', '/api/agreements').then(list => list.items?.[0]?.id);
      if (agreement) await visit('agreement', `/agreements/${agreement}`, 'dl');
      if (agreement) await visit('agreement-new', `/agreements/new?from=${agreement}`, '.rule');
      if (agreement) await tryOut(page, `${base}/agreements/${agreement}`, wanted, shot, complain);
      const closing = await ask('settlements', '/api/closings').then(list => list.items?.[0]?.month);
      await visit('settlements', closing ? `/settlements?month=${closing}` : '/settlements', closing ? '.closing' : '.card');
      const statement = await ask('statement', '/api/statements').then(list => list.items?.[0]);
      if (statement) await visit('statement', `/statements/${statement.month}/${encodeURIComponent(statement.department)}`, '.rows, .empty');
      await visit('disputes', '/disputes', '.rows, .empty');
      const dispute = await ask('dispute', '/api/disputes').then(answer => answer.items?.[0]?.id);
      if (dispute) await visit('dispute', `/disputes/${dispute}`, '.el-timeline');
      const contested = await ask('dispute', '/api/disputes').then(answer => answer.items?.find(one => one.state === 'OPEN' || one.state === 'DECIDING'));
      if (contested) await visit('money-order-contested', `/money/orders/${contested.source}/${contested.orderId}`, '.note');
      await visit('corrections', '/corrections', '.rows, .empty');
    }
    await visit('modeler-empty', '/modeler', '.empty');
    await visit('modeler', `/modeler?open=${journey}`, '.djs-palette, .djs-container');
    if (size === 'desk' && (!wanted || wanted.includes('modeler'))) await useModeler(page, language, complain, out);
    await context.close();
  }
}
await browser.close();
for (const name of leftOut) console.log(`left out, because there is none: ${name}`);
console.log(`screenshots: ${complaints} complaints, pictures in ${out}`);
process.exitCode = complaints ? 1 : 0;

/** Over the quarter that has orders: the terms of an agreement, tried out on what was really sold. */
async function tryOut(page, address, wanted, shot, complain) {
  if (wanted && !wanted.includes('what-if')) return;
  const month = await api(page, '/api/ledger/balances').then(list => list.items?.[0]?.month);
  await page.goto(address);
  const months = page.locator('form.row input');
  await months.first().waitFor({ timeout: 20_000 }).catch(() => {});
  if (!(await months.count())) return complain('what-if: no form');
  if (month) for (const at of [0, 1]) await months.nth(at).fill(month);
  await page.click('form.row button[type=submit]');
  await page.waitForSelector('.said', { timeout: 20_000 }).catch(() => complain('what-if: no answer'));
  await shot('what-if');
}

/** Of the first list in an answer. */
function first(answer) {
  return (Array.isArray(answer) ? answer : Object.values(answer).find(Array.isArray))?.[0];
}

/** An answer of the server; another than a success names its address, since the page shown is not the one that asked. */
async function api(page, path) {
  const { ok, status, body } = await page.evaluate(address => fetch(address).then(async answer => ({ ok: answer.ok, status: answer.status, body: await answer.json() })), path);
  if (!ok) throw new Error(`${status} for ${path}`);
  return body;
}

/** Opens the menus and the panel once, because only there it shows whether they work and speak the language. */
async function useModeler(page, language, complain, folder) {
  const photograph = name => page.screenshot({ path: join(folder, `modeler-${name}-${language}-desk.png`) });
  await page.click('.djs-palette .entry[data-action="create"]');
  await page.waitForSelector('.djs-popup .entry', { timeout: 5_000 }).catch(() => complain('modeler: the create menu is empty'));
  await photograph('menu');
  await page.keyboard.press('Escape');
  for (const [name, shape] of [['task', '[data-element-id^="task_"]'], ['timer', '[data-element-id^="timer_"]'], ['message', '[data-element-id^="start_"]']]) {
    await page.locator(shape).first().click({ force: true });
    await page.waitForTimeout(400);
    for (const header of await page.$$('.bio-properties-panel-group-header:not(.open)')) await header.click().catch(() => {});
    await page.waitForTimeout(300);
    const labels = await page.$$eval('.bio-properties-panel-label, .bio-properties-panel-group-header-title, .bio-properties-panel-header-type',
      found => [...new Set(found.map(one => one.textContent.trim()))]);
    const english = labels.filter(text => /^[A-Za-z][A-Za-z ()-]{3,}$/.test(text) && text !== 'BPMN');
    if (language === 'zh' && english.length) complain(`modeler ${name}: not in Chinese: ${english.join(', ')}`);
    await photograph(name);
  }
}

function watermarkCovered(page) {
  return page.evaluate(() => [...document.querySelectorAll('.bjs-powered-by')].some(mark => {
    mark.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = mark.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return width === 0 || !mark.contains(hit);
  }));
}
