// Lint, types and tests; skipped with a reason when tests are, or when this very state was green before.
import { spawnSync } from 'node:child_process';
import { fingerprint, home, stamped, writeStamp } from './fingerprint.mjs';

const CHECKED = ['package-lock.json', 'index.html', 'vite.config.ts', 'tsconfig.json', 'eslint.config.js', 'src', 'test', 'build', '../../processes'];
const skip = process.argv.find(arg => arg.startsWith('--skip='))?.includes('true');

if (skip) {
  console.log('console: lint, types and tests skipped, because -DskipTests was given');
  process.exit(0);
}
const state = fingerprint(CHECKED);
if (process.env.CI !== 'true' && stamped('target/checked.stamp', state)) {
  console.log('console: lint, types and tests skipped, because nothing changed since they were last green');
  process.exit(0);
}
for (const script of ['lint', 'types', 'test']) {
  const { status } = spawnSync('npm', ['run', '--silent', script], { cwd: home, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`console: 'npm run ${script}' found mistakes; see above.`);
    process.exit(1);
  }
}
writeStamp('target/checked.stamp', state);
