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
  malls: InMall[];
}
export interface InMall { source: string; priceCents: number; stock: number; seenAt: string }
export interface Look { source: string; lookedAt: string | null; nextAt: string | null; listed: number; problem: string | null }

/** Integer cents of an amount in yuan as a person types it; NaN when it is none. */
export function cents(yuan: string): number {
  const found = /^(-?)(\d{1,9})(?:\.(\d{1,2}))?$/.exec(yuan.trim());
  if (!found) return NaN;
  const whole = Number(found[2]) * 100 + Number((found[3] ?? '').padEnd(2, '0'));
  return found[1] ? -whole : whole;
}

/** No mall has it, as far as they were read; a product that no mall lists is not judged. */
export function soldOut(line: Line): boolean {
  return line.malls.length > 0 && line.malls.every(one => one.stock === 0);
}
