import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const out = 'target/classes/static';

describe.skipIf(!existsSync(`${out}/index.html`))('the built pages (skipped when nothing is built)', () => {
  const page = existsSync(`${out}/index.html`) ? readFileSync(`${out}/index.html`, 'utf8') : '';
  const styles = existsSync(`${out}/assets`) ? readdirSync(`${out}/assets`).filter(name => name.endsWith('.css')) : [];

  it('should name their encoding, or the icons of the modeler turn to garbage', () => {
    expect(page).toContain('<meta charset="utf-8"');
  });
  it('should run no script that stands in the page', () => {
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(page).not.toMatch(/\son\w+=/);
  });
  it('should load nothing from elsewhere', () => {
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    const foreign = styles.filter(name => /(?:@import|url\()\s*["']?(?:https?:)?\/\//.test(readFileSync(`${out}/assets/${name}`, 'utf8')));
    expect(foreign).toEqual([]);
  });
  it('should keep the lock file free of addresses', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"');
  });
});
