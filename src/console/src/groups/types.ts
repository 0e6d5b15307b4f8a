export interface GroupRow {
  chatId: string; name: string; owner: string; members: number; capacity: number; health: string;
  operated: boolean; createdAt: string; seenAt: string;
}
export interface Compared { lookedAt: string | null; found: number | null; note: string | null }
export interface GroupList { groups: GroupRow[]; compared: Compared }
export interface Member {
  memberId: string; customerId: string | null; staff: boolean; name: string; joinedAt: string;
  joinScene: number; joinState: string | null; leftAt: string | null;
}
export interface Said {
  journey: string; step: string; occurrence: string; content: string; said: string | null;
  state: string; reason: string | null; notBefore: string | null; at: string;
}
export interface Week {
  week: string; startedAt: string; summarizedAt: string | null; members: number | null; joined: number | null;
  departed: number | null; active: number | null; buyers: number | null; orders: number | null; netCents: number | null;
}
export interface GroupDetail {
  group: GroupRow; notice: string; members: Member[];
  events: { at: string; what: string; who: string; note: string }[]; messages: Said[]; weeks: Week[];
}
export interface WayDraft { name: string; chats: string[]; autoCreate: boolean; baseName: string }
export interface JoinWay {
  state: string; draft: WayDraft; status: string; configId: string | null; qrCode: string | null; behind: string[];
  note: string | null; pushedAt: string | null; pushNote: string | null; alerts: string[];
}
export interface Choice { tags: string[]; layers: string[]; stages: string[] }
export interface TagGroup {
  id: number; name: string; joinWay: string; content: string; choice: Choice; startedBy: string; startedAt: string;
  planned: number; asked: number; refused: number; failed: number; joined: number;
}
export interface TagGroupList { tagGroups: TagGroup[]; choices: Choice }
export interface Preview { customers: number; inAlready: number; names: string[] }
export interface Welcome { id: number; content: string; text: string; status: string; templateId: string | null; note: string | null; changedAt: string }
