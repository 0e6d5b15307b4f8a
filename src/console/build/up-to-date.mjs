// Brings node_modules and the built pages up to date; does nothing when nothing changed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, home, stamped, writeStamp } from './fingerprint.mjs';

const PACKAGES = ['package.json', 'package-lock.json'];
const SOURCES = [...PACKAGES, 'index.html', 'vite.config.ts', 'tsconfig.json', 'src', 'public', 'build/sizes.mjs'];

const packages = fingerprint(['package-lock.json']);
if (!existsSync(join(home, 'node_modules')) || !stamped('node_modules/.siyu-stamp', packages)) {
  run('installing the console\'s packages (only when package-lock.json changed)', [
    'ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error',
  ]);
  writeStamp('node_modules/.siyu-stamp', packages);
}

const sources = fingerprint(SOURCES);
if (!existsSync(join(home, 'target/classes/static/index.html')) || !stamped('target/console.stamp', sources)) {
  run('building the console (only when its sources changed)', ['run', '--silent', 'build']);
  writeStamp('target/console.stamp', sources);
}

function run(what, args) {
  console.log(`console: ${what}`);
  const { status } = spawnSync('npm', args, { cwd: home, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error(`console: 'npm ${args.join(' ')}' failed in src/console; the lines above say why.`);
    process.exit(1);
  }
}
