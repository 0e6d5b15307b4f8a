/** Where to go after the login: a path of ours and nothing else. */
export function ownPath(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(next) ? next : '/';
}

/** Leaves the console for WeCom, which says who holds the phone and leads back to the page. */
export function byWeCom(next: string): string {
  return '/api/wecom-login?next=' + encodeURIComponent(ownPath(next));
}

/** WeCom's own web view, on phones and on desktops. */
export function insideWeCom(agent = navigator.userAgent): boolean {
  return /wxwork/i.test(agent);
}

export type Door = 'in' | 'wecom' | 'login';

/** Where a page that asks for a session leads; WeCom is asked only when the server said that nobody is signed in. */
export function door(session: { me: unknown; trouble: unknown }, inside = insideWeCom()): Door {
  if (session.me) return 'in';
  return inside && !session.trouble ? 'wecom' : 'login';
}
