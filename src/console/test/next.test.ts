import { describe, expect, it } from 'vitest';
import { byWeCom, insideWeCom, ownPath } from '@/access/next';

describe('where to go after the login', () => {
  it('is a page of ours', () => {
    expect(ownPath('/a/A1?say=REJECT')).toBe('/a/A1?say=REJECT');
    expect(byWeCom('/a/A1?say=REJECT')).toBe('/api/wecom-login?next=%2Fa%2FA1%3Fsay%3DREJECT');
  });

  it('is never another site', () => {
    for (const evil of ['//evil', '/\\evil', 'https://evil', '/\t/evil', '/a\\..', 'evil', '', undefined, ['/a']]) expect(ownPath(evil), String(evil)).toBe('/');
  });

  it('is asked of WeCom inside its web view only', () => {
    expect(insideWeCom('Mozilla/5.0 (iPhone) MicroMessenger/7.0.1 wxwork/4.1.20')).toBe(true);
    expect(insideWeCom('Mozilla/5.0 (iPhone) MicroMessenger/8.0')).toBe(false);
  });
});
