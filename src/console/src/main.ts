import 'element-plus/theme-chalk/base.css';
import './theme.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { whenSignedOut } from './api/client';
import { useSession } from './access/session';
import { router } from './router';
import { i18n } from './words';

const app = createApp(App).use(createPinia()).use(i18n).use(router);

whenSignedOut(() => {
  useSession().forget();
  const here = router.currentRoute.value;
  // before the first page stands, the guard of the routes leads to the login and keeps where to go
  if (here.name && here.name !== 'login') router.push({ name: 'login', query: { next: here.fullPath } });
});

app.mount('#app');
