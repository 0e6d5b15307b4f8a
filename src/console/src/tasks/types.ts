/** What the task centre's interface answers. */
export interface StaffTask {
  id: string;
  title: string;
  content: string;
  staffUserId: string;
  customerId: string | null;
  customerName: string | null;
  journey: string;
  state: 'OPEN' | 'POSTPONED' | 'DONE' | 'HANDED_OVER' | 'EXPIRED';
  createdAt: string;
  deadline: string;
  until: string | null;
  endedAt: string | null;
  endedBy: string | null;
  note: string | null;
  handedTo: string | null;
}
export interface MassSend {
  msgId: string;
  staffUserId: string;
  state: string;
  said: string | null;
  customerId: string | null;
  customerName: string | null;
  sent: number;
  declined: number;
  unsent: number;
  reminders: number;
  leadUserId: string | null;
  note: string | null;
  createdAt: string;
  lookedUpAt: string | null;
  deadline: string | null;
  endedAt: string | null;
}
export interface Member {
  staffUserId: string;
  open: number;
  today: number;
  toConfirm: number;
  escalated: number;
}
export interface Colleague {
  staffUserId: string;
  knows: boolean;
}

export interface QuotaMember {
  staffUserId: string;
  customers: number;
  important: number;
  normal: number;
  minor: number;
  toldToday: number;
  nextAt: string | null;
  messages: { minute: number; hour: number; waiting: number };
}
export interface QuotaBoard {
  now: string;
  members: QuotaMember[];
  limits: { minute: number; hour: number; day: number };
  leftToday: number;
  moments: { created: number; most: number; freeAt: string };
}
