import { useI18n } from 'vue-i18n';

/** Groups and people as readers know them. */
export function useNames() {
  const { t, te, locale } = useI18n();
  function group(code: string): string {
    const [kind, ...rest] = code.split(':');
    const name = rest.join(':');
    if (kind === 'dept') return t('approvals.managerOf', { department: name });
    if (kind === 'user') return t('approvals.requester', { name });
    return te(`codes.role.${name}`) ? t(`codes.role.${name}`) : name;
  }
  const title = (of: { titleZh: string; titleEn: string }) => (locale.value === 'zh' ? of.titleZh : of.titleEn);
  return { group, title };
}
