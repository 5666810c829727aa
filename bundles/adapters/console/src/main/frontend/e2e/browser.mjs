// A headless Chromium: the machine's own, or the one inside an npm package, which needs nothing installed.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const INSTALLED = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export function launch() {
  const installed = INSTALLED.find((file) => file && fs.existsSync(file));
  if (installed) return chromium.launch({ executablePath: installed, args: QUIET });
  const { executablePath, libraries } = unpack();
  return chromium.launch({ executablePath, args: [...QUIET, '--headless=shell', '--single-process', '--no-zygote'],
    env: { ...process.env, LD_LIBRARY_PATH: libraries } });
}

function unpack() {
  const bin = fileURLToPath(new URL('../node_modules/@sparticuz/chromium/bin/', import.meta.url));
  const place = path.join(os.tmpdir(), `openprepay-chromium-${process.getuid?.() ?? 0}`);
  const executablePath = path.join(place, 'chromium');
  if (!fs.existsSync(executablePath)) {
    fs.mkdirSync(place, { recursive: true });
    for (const name of ['al2023.tar.br', 'swiftshader.tar.br', 'fonts.tar.br']) {
      if (!fs.existsSync(bin + name)) continue;
      const tar = path.join(place, name.replace('.br', ''));
      fs.writeFileSync(tar, zlib.brotliDecompressSync(fs.readFileSync(bin + name)));
      execFileSync('tar', ['-xf', tar, '-C', place]);
    }
    fs.writeFileSync(`${executablePath}.new`, zlib.brotliDecompressSync(fs.readFileSync(`${bin}chromium.br`)), { mode: 0o755 });
    fs.renameSync(`${executablePath}.new`, executablePath);
  }
  return { executablePath, libraries: [place, path.join(place, 'lib')].join(':') };
}
