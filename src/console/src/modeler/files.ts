import { decisionsIn, type Enclosure, type Kind } from './enclosures';

/** Hands text to the reader's browser as a file. */
export function download(text: string, fileName: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/xml' }));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** A DMN file or a form that somebody chose; null when it is none. */
export function readEnclosure(kind: Kind, text: string): Enclosure | null {
  if (kind === 'decision') {
    const root = new DOMParser().parseFromString(text, 'application/xml').documentElement;
    const id = root.localName === 'definitions' && root.namespaceURI?.includes('/DMN/') ? root.getAttribute('id') : null;
    return id && decisionsIn(text).length ? { kind, id, text: text.trim() } : null;
  }
  try {
    const form = JSON.parse(text) as { id?: unknown; components?: unknown };
    return typeof form.id === 'string' && Array.isArray(form.components) ? { kind, id: form.id, text: text.trim() } : null;
  } catch {
    return null;
  }
}
