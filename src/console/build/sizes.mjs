// Prints what the first paint of the start page and the modeler cost, and refuses a start page over its budget.
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { home } from './fingerprint.mjs';

const BUDGET = 300 * 1024;
const out = join(home, 'target/classes/static');
// the manifest is for this script and the tests; it is not served
if (existsSync(join(out, 'manifest.json'))) renameSync(join(out, 'manifest.json'), join(home, 'target/manifest.json'));
const manifest = JSON.parse(readFileSync(join(home, 'target/manifest.json'), 'utf8'));

/** All files an entry needs before it can paint: itself, its static imports and their styles. */
function needed(names, seen = new Set()) {
  for (const name of names) {
    const chunk = manifest[name];
    if (!chunk) throw new Error(`sizes: '${name}' is not in the build's manifest`);
    if (seen.has(chunk.file)) continue;
    seen.add(chunk.file);
    (chunk.css ?? []).forEach(css => seen.add(css));
    needed(chunk.imports ?? [], seen);
  }
  return seen;
}
const gzip = files => [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(out, file))).length, 0);
const kb = bytes => `${(bytes / 1024).toFixed(0)} kB`;

const start = gzip(needed(['index.html', 'src/shell/AppShell.vue', 'src/overview/OverviewPage.vue']));
// its page loads the rules of the engine as soon as a drawing is open
const modeler = gzip(needed(['src/modeler/modeler.ts', 'src/modeler/compat.ts'].filter(name => manifest[name])));
console.log(`console: start page ${kb(start)} gzip (budget ${kb(BUDGET)}), modeler ${kb(modeler)} gzip on its own page`);
if (start > BUDGET) {
  console.error('console: the start page is over its budget: import the new part lazily');
  process.exit(1);
}
