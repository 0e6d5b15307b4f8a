export const drawings: Record<string, string>;
export function instance(key: string): unknown;
