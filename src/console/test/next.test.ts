import { createPinia, setActivePinia } from 'pinia';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { byWeCom, door, insideWeCom, ownPath } from '@/access/next';
import { useSession } from '@/access/session';

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

describe('the door of a page', () => {
  afterEach(() => { vi.unstubAllGlobals(); });

  /** What the server answers when it is asked who is signed in, one after the other. */
  function answering(...statuses: number[]) {
    setActivePinia(createPinia());
    const answers = [...statuses];
    vi.stubGlobal('fetch', async () => {
      const status = answers.shift();
      return { ok: status === 200, status, text: async () => (status === 200 ? '{"name":"ops","roles":["DESIGNER"]}' : '{}') };
    });
    return useSession();
  }

  it('leads to WeCom after the server said that nobody is signed in', async () => {
    const session = answering(401);
    await session.load();
    expect(door(session, true)).toBe('wecom');
    expect(door(session, false)).toBe('login');
  });

  it('does not lead to WeCom while the server is in trouble, and opens when it is back', async () => {
    const session = answering(503, 502, 200);
    for (const status of [503, 502]) {
      await session.load();
      expect(session.trouble?.status).toBe(status);
      expect(door(session, true)).toBe('login');
    }
    await session.load();
    expect(session.trouble).toBeNull();
    expect(door(session, true)).toBe('in');
  });
});
