// Builds the screens, unless what was built is newer than every source.
import fs from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';

const out = process.env.UI_OUT ?? 'dist';
const newest = (place) => {
  const about = fs.statSync(place);
  if (!about.isDirectory()) return about.mtimeMs;
  return Math.max(...fs.readdirSync(place).map((name) => newest(path.join(place, name))));
};
const sources = ['src', 'public', 'scripts', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];
const built = path.join(out, 'index.html.gz');

if (!fs.existsSync(built) || newest(built) < Math.max(...sources.map(newest))) {
  for (const args of [['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'],
    ['node_modules/vite/bin/vite.js', 'build'], ['scripts/compress.mjs']]) {
    const done = spawnSync(process.execPath, args, { stdio: 'inherit' });
    if (done.status !== 0) process.exit(done.status ?? 1);
  }
}
