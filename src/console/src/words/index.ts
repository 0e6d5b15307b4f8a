import { createI18n } from 'vue-i18n';
import { speak } from '@/api/client';
import { identities, mallCodes, malls } from './malls';
import { access } from './access';
import { accounts } from './accounts';
import { approvals } from './approvals';
import { channels } from './channels';
import { closings } from './closings';
import { codes } from './codes';
import { common } from './common';
import { content } from './content';
import { customers } from './customers';
import { disputes } from './disputes';
import { groups } from './groups';
import { fission } from './fission';
import { journeys } from './journeys';
import { launchCodes, launches, live, moves } from './launches';
import { layers } from './layers';
import { modeler } from './modeler';
import { studio } from './studio';
import { moments } from './moments';
import { money } from './money';
import { operations } from './operations';
import { overview } from './overview';
import { products } from './products';
import { readiness } from './readiness';
import { rehearsals } from './rehearsals';
import { rounds } from './rounds';
import { tags } from './tags';
import { tasks } from './tasks';
import { versions } from './versions';

export const texts = { access, accounts, approvals, channels, codes, common, content, customers, journeys, layers, modeler, operations, overview, products, studio, tags, tasks };

type Language = 'zh' | 'en';
Object.assign(texts, { closings, disputes, fission, groups, identities, malls, moments, money, readiness, rehearsals, rounds, versions });
Object.assign(texts, { launches, live, moves });
Object.assign(texts.codes.zh, mallCodes.zh, launchCodes.zh);
Object.assign(texts.codes.en, mallCodes.en, launchCodes.en);
const REMEMBERED = 'siyu.language';

const inLanguage = (language: Language) =>
  Object.fromEntries(Object.entries(texts).map(([part, both]) => [part, both[language]]));

export const i18n = createI18n({
  legacy: false,
  locale: remembered(),
  fallbackLocale: 'zh',
  messages: { zh: inLanguage('zh'), en: inLanguage('en') },
});
use(remembered());

export function use(language: Language) {
  i18n.global.locale.value = language;
  localStorage.setItem(REMEMBERED, language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = language === 'zh' ? '思域 · 私域客户旅程' : 'Siyu · customer journeys';
  speak(language);
}

function remembered(): Language {
  return localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'zh';
}
