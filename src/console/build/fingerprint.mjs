import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const home = dirname(dirname(fileURLToPath(import.meta.url)));

/** One hash over the names and contents of the given files and folders, relative to the console's folder. */
export function fingerprint(paths) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const path of paths) {
    for (const file of filesUnder(join(home, path))) {
      hash.update(file.slice(home.length)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).sort().flatMap(name => filesUnder(join(path, name)));
}

/** True when the stamp file holds exactly this fingerprint. */
export function stamped(stamp, value) {
  const file = join(home, stamp);
  return existsSync(file) && readFileSync(file, 'utf8') === value;
}

export function writeStamp(stamp, value) {
  const file = join(home, stamp);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, value);
}
