import type { RouteRecordRaw } from 'vue-router';

/** Also reached by the links of approvals: /agreements/G1, /orders/mall/M1, /statements?month=2011-11. */
export const moneyRoutes: RouteRecordRaw[] = [
  { path: 'money', name: 'money', component: () => import('./ledger/LedgerPage.vue') },
  { path: 'money/orders', name: 'money-orders', component: () => import('./orders/OrdersPage.vue') },
  { path: 'money/orders/:source/:orderId', alias: '/orders/:source/:orderId', name: 'money-order', component: () => import('./orders/OrderPage.vue'), props: true },
  { path: 'agreements', name: 'agreements', component: () => import('./agreements/AgreementsPage.vue') },
  { path: 'agreements/new', name: 'agreement-new', component: () => import('./agreements/AgreementEditPage.vue'), props: route => ({ from: route.query.from }) },
  { path: 'agreements/:id', name: 'agreement', component: () => import('./agreements/AgreementPage.vue'), props: true },
  { path: 'agreements/:id/edit', name: 'agreement-edit', component: () => import('./agreements/AgreementEditPage.vue'), props: true },
  { path: 'settlements', alias: '/statements', name: 'settlements', component: () => import('./settlements/SettlementsPage.vue') },
  { path: 'statements/:month/:department', name: 'statement', component: () => import('./settlements/StatementPage.vue'), props: true },
  { path: 'disputes', name: 'disputes', component: () => import('./disputes/DisputesPage.vue') },
  { path: 'disputes/:id', name: 'dispute', component: () => import('./disputes/DisputePage.vue'), props: true },
  { path: 'corrections', name: 'corrections', component: () => import('./corrections/CorrectionsPage.vue') },
];

/** Pages that stand under the menu entry. */
export const MONEY_PAGES = moneyRoutes.map(route => String(route.name)).filter(name => name !== 'money');
