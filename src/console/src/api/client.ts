/** An answer that is not a success, with the server's own words and its stable code. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly body: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

/** No answer at all: the server is away or the network is. */
export const UNREACHABLE = 'UNREACHABLE';

export type Params = Record<string, string | number | undefined | null>;

let language = 'zh';
let onSignedOut: () => void = () => {};

export function speak(locale: string) {
  language = locale;
}

/** Told whenever an answer says that nobody is signed in. */
export function whenSignedOut(then: () => void) {
  onSignedOut = then;
}

export function get<T>(path: string, params: Params = {}): Promise<T> {
  return call<T>('GET', path + query(params));
}

export function post<T = void>(path: string, body?: unknown): Promise<T> {
  return call<T>('POST', path, body);
}

export function query(params: Params): string {
  const given = Object.entries(params).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return given.length ? '?' + new URLSearchParams(given.map(([k, v]) => [k, String(v)])) : '';
}

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': language };
  const multipart = body instanceof FormData;
  if (method !== 'GET') headers['X-XSRF-TOKEN'] = cookie('XSRF-TOKEN');
  if (body !== undefined && !multipart) headers['Content-Type'] = 'application/json';
  let answer: Response;
  try {
    answer = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      body: multipart ? body : body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new ApiError(0, UNREACHABLE, '');
  }
  const text = await answer.text();
  if (answer.ok) return (text ? JSON.parse(text) : undefined) as T;
  if (answer.status === 401 && !path.startsWith('/api/login')) onSignedOut();
  const said = parsed(text);
  throw new ApiError(answer.status, String(said.code ?? `HTTP ${answer.status}`), String(said.message ?? ''), said);
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

function cookie(name: string): string {
  const found = document.cookie.split('; ').find(part => part.startsWith(name + '='));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}
