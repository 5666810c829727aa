// What a visitor sees in the first two minutes, in a real browser against the running server with its demo.
// UI_BASE, UI_PASSWORD (the one-time password of admin), UI_SHOTS (a folder for pictures, optional).
import fs from 'node:fs';
import path from 'node:path';
import { launch } from './browser.mjs';

const base = process.env.UI_BASE ?? 'http://127.0.0.1:8181';
const oneTime = process.env.UI_PASSWORD ?? '';
const chosen = process.env.UI_NEW_PASSWORD ?? 'correct horse battery';
const shots = process.env.UI_SHOTS;
const CUT_WITHIN = 180_000;
const axe = fs.readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1366, height: 900 }, locale: 'en-GB' });
const page = await context.newPage();
const complaints = [];
page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
page.on('pageerror', (error) => complaints.push(String(error)));
page.on('request', (request) => {
  if (!request.url().startsWith(base) && !request.url().startsWith('data:')) complaints.push(`foreign ${request.url()}`);
});

let passed = 0;
let failed = 0;
const step = async (name, work) => {
  try {
    await work();
    passed += 1;
    console.log(`ok   ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}: ${error.message}`);
    await picture(`failed-${failed}`);
  }
};
const expect = (truth, otherwise) => { if (!truth) throw new Error(otherwise); };
const picture = async (name) => shots && page.screenshot({ path: path.join(shots, `${name}.png`), fullPage: true });
const accessible = async () => {
  const cdp = await context.newCDPSession(page);
  await cdp.send('Runtime.evaluate', { expression: axe });
  const { result } = await cdp.send('Runtime.evaluate', {
    expression: 'axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})'
      + '.then((r) => r.violations.map((v) => v.id + " " + v.nodes[0].html).join("; "))',
    awaitPromise: true, returnByValue: true,
  });
  expect(result.value === '', result.value);
};
const signIn = async (password) => {
  await page.getByLabel('Name').fill('admin');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

await step('the sign-in page is shown and accessible', async () => {
  await page.goto(`${base}/console/`);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await accessible();
});
await step('a wrong password is refused with a sentence', async () => {
  await signIn('not the password');
  await page.getByRole('alert').waitFor();
  complaints.length = 0;
});
await step('the one-time password only lets a new one be chosen', async () => {
  await signIn(oneTime);
  await page.getByLabel(/One-time/).fill(oneTime);
  await page.getByLabel(/New password/).fill(chosen);
  await page.getByRole('button', { name: 'Choose your password' }).click();
  await page.getByRole('heading', { name: /Operations/ }).waitFor();
});
await step('the stream is live and the grid shows 25 meters', async () => {
  await page.locator('.live-live').waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.tile').length === 25);
});
await step('the load moves by itself', async () => {
  const before = await page.locator('.figure dd').first().textContent();
  await page.waitForFunction((was) => document.querySelector('.figure dd')?.textContent !== was, before, { timeout: 30_000 });
});
await step('Operations is accessible', async () => {
  await picture('operations');
  await accessible();
});
await step('one household is cut, confirmed by its own meter', async () => {
  await page.goto(`${base}/console/accounts/A01`);
  await page.locator('dd.supply .supply-off').nth(1).waitFor({ timeout: CUT_WITHIN });
  await picture('cut');
});
await step('each charge explains itself', async () => {
  await page.getByText('Proof of charge').first().click();
  await page.getByText(/version \d/).first().waitFor();
  await accessible();
});
await step('one click of credit brings the supply back, confirmed on', async () => {
  await page.getByRole('button', { name: 'Add credit' }).click();
  await page.getByText(/Credited/).waitFor();
  await page.locator('dd.supply .supply-on').nth(1).waitFor({ timeout: 30_000 });
  await picture('restored');
});
await step('a narrow screen does not scroll sideways', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide <= 360, `the page is ${wide} wide`);
  await picture('narrow');
});
await step('Arabic reads from right to left', async () => {
  await page.evaluate(() => localStorage.setItem('openprepay.language', 'ar'));
  await page.goto(`${base}/console/`);
  await page.locator('.tile').first().waitFor();
  expect(await page.evaluate(() => document.documentElement.dir) === 'rtl', 'not right to left');
  await page.setViewportSize({ width: 1366, height: 900 });
  await picture('arabic');
  await accessible();
});
await step('dark is accessible too', async () => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture('dark');
  await accessible();
});
await step('the console log stayed clean and nothing foreign was asked for', async () => {
  expect(complaints.length === 0, complaints.slice(0, 5).join(' | '));
});

await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
