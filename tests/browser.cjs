// What a browser makes of the pages of `plan report`: console, layout, search, sorting, filters, links, download, print, and what
// axe-core finds. Run: npm install playwright-core axe-core (anywhere), then
//   NODE_PATH=<there>/node_modules node tests/browser.cjs [folder for screenshots]
// PLAN names the program (else target/debug/plan), CHROMIUM the browser (else /usr/bin/chromium), DOCUMENTS other documents to
// look at instead of those below, parted by colons. Of each page it tells its size, how long it took to make and when it was painted.
"use strict";
const { execFileSync } = require("node:child_process");
const assert = require("node:assert/strict");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

const plan = process.env.PLAN || path.join(__dirname, "../target/debug/plan");
const chromium = process.env.CHROMIUM || "/usr/bin/chromium";
const shots = process.argv[2];

function skip(why) {
  console.log(`skipped: ${why}`);
  process.exit(0);
}
let playwright, axe;
try {
  playwright = require("playwright-core");
  axe = require("axe-core");
} catch {
  skip("playwright-core and axe-core are not installed");
}
if (!fs.existsSync(chromium)) skip(`there is no ${chromium}`);
if (!fs.existsSync(plan)) skip(`there is no ${plan}; build it first`);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "plan-browser-"));
const root = path.join(__dirname, "..");
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

function make(name, ...args) {
  const to = path.join(folder, `${name}.html`);
  const before = performance.now();
  execFileSync(plan, ["report", ...args, "-q", "-o", to], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  const made = `${Math.ceil(fs.statSync(to).size / 1024)} KB, made in ${Math.round(performance.now() - before)} ms`;
  return [name, pathToFileURL(to).href, made];
}

const SEED = "seeds/gulou-14fyp.txt";
const OBSERVED = ["--observed", "fixtures/track/gulou.csv"];
const named = (process.env.DOCUMENTS || "").split(":").filter(Boolean);
const chosen = named.flatMap((file) => ["zh", "en"].map((lang) => make(`${path.parse(file).name}-${lang}`, path.resolve(file), "--lang", lang)));
const pages = chosen.length ? chosen : [
  make("one-zh", SEED, "--lang", "zh", ...OBSERVED),
  make("one-en", SEED, "--lang", "en", ...OBSERVED),
  make("tasks-zh", "fixtures/documents/yunling-tasks.txt", "--lang", "zh"),
  make("many-zh", "fixtures/documents", "fixtures/diff", SEED, "--lang", "zh"),
  make("many-en", "fixtures/documents", "fixtures/diff", SEED, "--lang", "en"),
];

/** Opens a page and holds it to silence. */
async function open(context, url, said) {
  const page = await context.newPage();
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("request", (request) => { if (!/^(file|data|blob):/.test(request.url())) said.push(`asks for ${request.url()}`); });
  await page.goto(url);
  return page;
}

const visible = (page) => page.$$eval("#statements-table tbody tr", (rows) => rows.filter((row) => !row.hidden).length);

/** When the page was first painted, in milliseconds after it was asked for. */
const painted = (page) => page.evaluate(() => new Promise((done) => {
  new PerformanceObserver((list) => done(Math.round(list.getEntries()[0].startTime))).observe({ type: "paint", buffered: true });
}));

async function looks(context, [name, url, made], width, scheme) {
  const said = [];
  const page = await open(context, url, said);
  await page.setViewportSize({ width, height: 900 });
  if (width > 500 && scheme === "light") console.log(`${name}: ${made}, painted after ${await painted(page)} ms`);
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(wide <= room, `${name} ${width}: ${wide} px wide in ${room}`);
  await page.evaluate(axe.source);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  const grave = found.violations.filter((one) => ["serious", "critical"].includes(one.impact));
  const told = grave.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
  assert.deepEqual(told, [], `${name} ${width} ${scheme}`);
  if (shots) await page.screenshot({ path: path.join(shots, `${name}-${width}-${scheme}.png`), fullPage: width > 500 });
  assert.deepEqual(said, [], name);
  await page.close();
}

async function works(context, [name, url]) {
  const said = [];
  const page = await open(context, url, said);
  const all = await visible(page);
  assert.ok(all > 5 || named.length, `${name}: ${all} rows`);
  if (all === 0) return page.close();

  const word = await page.locator("#statements-table tbody tr:not([hidden]) th").last().evaluate((cell) => cell.firstChild.textContent);
  await page.fill("input[name=q]", word);
  const found = await visible(page);
  assert.ok(found > 0 && (found < all || named.length), `${name}: search for ${word} shows ${found} of ${all}`);
  await page.fill("input[name=q]", "no such words");
  assert.equal(await visible(page), 0);
  await page.click("button[type=reset]");
  await page.waitForFunction(() => document.querySelectorAll("#statements-table tbody tr:not([hidden])").length > 0);

  const sort = page.locator("th:has(button.sort)", { hasText: name.endsWith("zh") ? "目标值" : "Target" });
  await sort.locator("button").press("Enter");
  assert.equal(await sort.getAttribute("aria-sort"), "ascending");
  const column = await sort.evaluate((head) => head.cellIndex);
  const values = await page.$$eval("#statements-table tbody tr:not([hidden])", (rows, at) =>
    rows.map((row) => row.cells[at].dataset.v).filter((value) => value !== undefined).map(Number), column);
  assert.deepEqual(values, [...values].sort((a, b) => a - b), `${name}: sorted`);

  await page.selectOption("select[name=status]", "achieved");
  const status = await page.$$eval("#statements-table tbody tr:not([hidden])", (rows) => rows.map((row) => row.dataset.status));
  assert.ok(status.every((one) => one === "achieved"), name);

  // A document that promises nothing has no matrix.
  const cell = page.locator(".matrix td a[data-filter]").first();
  const promises = await cell.count() > 0;
  const count = promises ? Number(await cell.textContent()) : status.length;
  if (promises) {
    await cell.click();
    assert.equal(await visible(page), Math.min(count, 200), `${name}: the matrix leads to its rows`);
  }

  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#download")]);
  const text = fs.readFileSync(await download.path(), "utf8");
  assert.equal(download.suggestedFilename(), "commitments.csv");
  assert.ok(text.startsWith("\uFEFF") && text.trimEnd().split("\n").length === count + 1, `${name}: ${text.slice(0, 80)}`);
  if (await page.locator("#text-body").count()) await places(page, name);
  await fitsOnPaper(page, name);
  const pdf = await page.pdf({ format: "A4" });
  assert.equal(pdf.subarray(0, 4).toString(), "%PDF");
  if (shots) fs.writeFileSync(path.join(shots, `${name}.pdf`), pdf);
  assert.deepEqual(said, [], name);
  await page.close();
}

/** What is printed is as wide as a sheet of A4 between its margins (182 mm), where nobody can scroll. */
async function fitsOnPaper(page, name) {
  const before = page.viewportSize();
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 688, height: 900 });
  const wide = await page.$$eval("table, svg", (all) => all.map((one) => [one.className.baseVal ?? one.className, Math.ceil(one.getBoundingClientRect().right)]));
  assert.deepEqual(wide.filter(([, right]) => right > 689), [], `${name}: printed`);
  await page.emulateMedia({ media: null });
  await page.setViewportSize(before);
}

/** Row to place and back, also where the row is hidden; numbers on demand; the keyboard. */
async function places(page, name) {
  const inView = (selector) => page.waitForFunction((selector) => {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    return box && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
  }, selector);
  await page.click("button[type=reset]");
  await page.waitForTimeout(100);
  const place = await page.locator("#statements-table tbody tr:not([hidden]) td a[href^='#p-']").last().getAttribute("href");
  await page.click(`#statements-table a[href="${place}"]`);
  await inView(`[id="${place.slice(1)}"]`);
  await page.fill("input[name=q]", "no such words");
  await page.click(`.text a[href="#${place.slice(3)}"]`);
  await inView(`[id="${place.slice(3)}"]`);

  const number = page.locator(".text .n").first();
  if (await number.count()) {
    const colour = () => number.evaluate((one) => getComputedStyle(one).backgroundColor);
    const before = await colour();
    await page.check("#numbers-shown");
    assert.notEqual(await colour(), before, `${name}: numbers are shown`);
  }

  await page.goto(page.url().split("#")[0]);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
}

(async () => {
  const data = path.join(folder, "user");
  for (const scheme of ["light", "dark"]) {
    const context = await playwright.chromium.launchPersistentContext(`${data}-${scheme}`, {
      executablePath: chromium, headless: true, args: FLAGS, colorScheme: scheme, acceptDownloads: true,
    });
    try {
      for (const page of pages) {
        for (const width of [1440, 390]) await looks(context, page, width, scheme);
        if (scheme === "light" && page[0] !== "tasks-zh") await works(context, page);
        console.log(`${page[0]} ${scheme}: ok`);
      }
    } finally {
      await context.close();
    }
  }
})().then(() => console.log("all pages hold"), (error) => {
  console.error(error);
  process.exitCode = 1;
}).finally(() => fs.rmSync(folder, { recursive: true, force: true }));
