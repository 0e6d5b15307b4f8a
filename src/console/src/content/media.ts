export type MediaKind = 'IMAGE' | 'VIDEO' | 'FILE';
export interface Medium {
  id: string;
  kind: MediaKind;
  mime: string;
  name: string;
  bytes: number;
  uploadedBy: string;
  uploadedAt: string;
  goodUntil: string | null;
  note: string | null;
}
export interface Attachment {
  type: 'IMAGE' | 'VIDEO' | 'FILE' | 'LINK' | 'MINI_PROGRAM';
  media?: string | null;
  title?: string | null;
  url?: string | null;
  appId?: string | null;
  page?: string | null;
}
