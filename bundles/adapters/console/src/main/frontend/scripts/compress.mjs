// Writes .gz and .br beside what was built, and fails when a budget of gzip kilobytes is exceeded.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const out = process.env.UI_OUT ?? 'dist';
const BUDGET_KB = 180;
const TEXT = /\.(js|css|html|svg|json)$/;

const files = fs.readdirSync(out, { recursive: true, withFileTypes: true })
  .filter((file) => file.isFile() && TEXT.test(file.name))
  .map((file) => path.join(file.parentPath, file.name));

let total = 0;
for (const file of files) {
  const bytes = fs.readFileSync(file);
  const gz = zlib.gzipSync(bytes, { level: 9 });
  total += gz.length;
  fs.writeFileSync(`${file}.gz`, gz);
  fs.writeFileSync(`${file}.br`, zlib.brotliCompressSync(bytes));
  console.log(`${path.relative(out, file)} ${(gz.length / 1024).toFixed(1)} KB`);
}
console.log(`first load ${(total / 1024).toFixed(1)} KB of ${BUDGET_KB} KB`);
if (total / 1024 > BUDGET_KB) {
  console.error('over budget');
  process.exit(1);
}
