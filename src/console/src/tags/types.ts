export interface Tag { id: string; name: string; wearers: number }
export interface TagGroup { id: string | null; name: string; family: string | null; tags: Tag[] }
export interface TagBoard { groups: TagGroup[]; limit: number; listedAt: string | null; problem: string | null; looks: number }

/** Names as a person writes them: separated by commas or lines, each once. */
export function names(text: string): string[] {
  return [...new Set(text.split(/[,，、\n]/).map(one => one.trim()).filter(one => one))];
}
