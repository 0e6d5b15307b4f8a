import { createRouter, createWebHistory } from 'vue-router';
import { useSession } from './access/session';
import { byWeCom, door, ownPath } from './access/next';
import { moneyRoutes } from './money/routes';

export const router = createRouter({
  history: createWebHistory(),
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
  routes: [
    { path: '/login', name: 'login', component: () => import('./access/LoginPage.vue'), meta: { open: true } },
    { path: '/password', name: 'password', component: () => import('./access/PasswordPage.vue') },
    {
      path: '/',
      component: () => import('./shell/AppShell.vue'),
      children: [
        { path: '', name: 'overview', component: () => import('./overview/OverviewPage.vue') },
        { path: 'journeys', name: 'journeys', component: () => import('./journeys/JourneysPage.vue') },
        { path: 'journeys/:processId', name: 'journey', component: () => import('./journeys/JourneyPage.vue'), props: true },
        { path: 'journeys/:processId/versions', name: 'versions', component: () => import('./journeys/VersionsPage.vue'), props: true },
        { path: 'journeys/:processId/moves', name: 'moves', component: () => import('./moves/MovesPage.vue'), props: true },
        { path: 'launches', name: 'launches', component: () => import('./launches/LaunchesPage.vue') },
        { path: 'launches/new', name: 'launch-new', component: () => import('./launches/NewLaunchPage.vue') },
        { path: 'launches/:id(\\d+)', name: 'launch', component: () => import('./launches/LaunchPage.vue'), props: true },
        { path: 'instances/:instanceKey', name: 'instance', component: () => import('./journeys/InstancePage.vue'), props: true },
        { path: 'customers', name: 'customers', component: () => import('./customers/CustomersPage.vue') },
        { path: 'customers/:id', name: 'customer', component: () => import('./customers/CustomerPage.vue'), props: true },
        { path: 'tasks', name: 'tasks', component: () => import('./tasks/TasksPage.vue') },
        { path: 'layers', name: 'layers', component: () => import('./layers/LayersPage.vue') },
        { path: 'content', name: 'content', component: () => import('./content/ContentsPage.vue') },
        { path: 'content/:pieceKey', name: 'piece', component: () => import('./content/PiecePage.vue'), props: true },
        { path: 'moments', name: 'moments', component: () => import('./moments/MomentsPage.vue') },
        { path: 'fission', name: 'fission', component: () => import('./fission/FissionPage.vue') },
        { path: 'touches', name: 'touches', component: () => import('./touches/UnknownTouchesPage.vue') },
        { path: 'channels', name: 'channels', component: () => import('./channels/ChannelsPage.vue') },
        { path: 'accounts', name: 'accounts', component: () => import('./accounts/AccountsPage.vue') },
        { path: 'groups', name: 'groups', component: () => import('./groups/GroupsPage.vue') },
        { path: 'groups/:chatId', name: 'group', component: () => import('./groups/GroupPage.vue'), props: true },
        { path: 'inbox', name: 'inbox', component: () => import('./inbox/FailedEventsPage.vue') },
        { path: 'approvals', name: 'approvals', component: () => import('./approvals/ApprovalsPage.vue') },
        { path: 'approvals/:id(A\\d+)', alias: '/a/:id(A\\d+)', name: 'approval', component: () => import('./approvals/ApprovalPage.vue'), props: true },
        { path: 'approval-limits', name: 'approval-limits', component: () => import('./approvals/LimitsPage.vue') },
        { path: 'working-days', name: 'working-days', component: () => import('./approvals/CalendarPage.vue') },
        { path: 'approval-deputies', name: 'approval-deputies', component: () => import('./approvals/DeputiesPage.vue') },
        { path: 'approval-report', name: 'approval-report', component: () => import('./approvals/ReportPage.vue') },
        { path: 'products', name: 'products', component: () => import('./products/ProductsPage.vue') },
        { path: 'products/rounds/:id', name: 'round', component: () => import('./products/RoundPage.vue'), props: true },
        { path: 'readiness', name: 'readiness', component: () => import('./readiness/ReadinessPage.vue') },
        { path: 'readiness/:version', name: 'readiness-sheet', component: () => import('./readiness/SheetPage.vue'), props: true },
        { path: 'tags', name: 'tags', component: () => import('./tags/TagsPage.vue') },
        { path: 'health', name: 'health', component: () => import('./health/HealthPage.vue') },
        { path: 'rehearsals', name: 'rehearsals', component: () => import('./rehearsals/RehearsalsPage.vue') },
        { path: 'rehearsals/:id(\\d+)', name: 'rehearsal', component: () => import('./rehearsals/ReportPage.vue'), props: true },
        { path: 'rehearsals/:id(\\d+)/customers/:customer', name: 'rehearsal-story', component: () => import('./rehearsals/StoryPage.vue'), props: true },
        { path: 'rehearsals/:id(\\d+)/against/:other(\\d+)', name: 'rehearsal-compare', component: () => import('./rehearsals/ComparePage.vue'), props: true },
        { path: 'modeler', name: 'modeler', component: () => import('./modeler/ModelerPage.vue') },
        ...moneyRoutes,
        { path: ':rest(.*)*', name: 'lost', component: () => import('./shell/LostPage.vue') },
      ],
    },
  ],
});

router.beforeEach(async to => {
  const session = useSession();
  await session.load();
  const way = to.meta.open ? 'in' : door(session);
  if (way === 'wecom') {
    location.replace(byWeCom(to.fullPath));
    return false;
  }
  if (way === 'login') return { name: 'login', query: to.fullPath === '/' ? {} : { next: to.fullPath } };
  if (to.name === 'login' && session.me) return ownPath(to.query.next);
  if (session.me?.mustChangePassword && to.name !== 'password') return { name: 'password' };
  if (to.name === 'overview' && !session.mayRead) return { name: 'tasks' };
  return true;
});
