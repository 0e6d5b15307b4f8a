export const KINDS = ['TRAFFIC', 'STAR', 'PERSONAL', 'NOBLE'] as const;

export interface Product {
  sku: string;
  name: string;
  kind: string;
  rank: number;
  priceCents: number;
  marginCents: number;
  starSku: string | null;
  stockUnits: number | null;
}
export interface Check {
  name: string;
  passed: boolean;
  reason: string;
}
export interface Request {
  id: number;
  department: string;
  priceCents: number;
  stockUnits: number;
  note: string;
  state: string;
  askedBy: string;
  askedAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
  reason: string | null;
}
export interface Line {
  product: Product;
  checks: Check[];
  requests: Request[];
}

/** Integer cents of an amount in yuan as a person types it; NaN when it is none. */
export function cents(yuan: string): number {
  const found = /^(-?)(\d{1,9})(?:\.(\d{1,2}))?$/.exec(yuan.trim());
  if (!found) return NaN;
  const whole = Number(found[2]) * 100 + Number((found[3] ?? '').padEnd(2, '0'));
  return found[1] ? -whole : whole;
}
