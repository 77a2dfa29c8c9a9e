// What a browser makes of the page that reads documents (wasm/build.sh): by choice and by drop, several at once, both languages, downloads,
// what cannot be read, and that nothing is asked of a network. Run: npm install playwright-core axe-core (anywhere), then
//   wasm/build.sh && NODE_PATH=<there>/node_modules node tests/wasm.cjs
// PAGE names the page (else target/try.html), PLAN the program (else target/debug/plan) whose results the page must give,
// CHROMIUM the browser (else /usr/bin/chromium).
"use strict";
const { execFileSync } = require("node:child_process");
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

const root = path.join(__dirname, "..");
const page = process.env.PAGE || path.join(root, "target/try.html");
const plan = process.env.PLAN || path.join(root, "target/debug/plan");
const chromium = process.env.CHROMIUM || "/usr/bin/chromium";

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
for (const [file, how] of [[chromium, "install Chromium"], [page, "run wasm/build.sh"], [plan, "run cargo build"]]) {
  if (!fs.existsSync(file)) skip(`there is no ${file}; ${how}`);
}

const SEED = path.join(root, "seeds/gulou-14fyp.txt");
const MEDIA = fs.readdirSync(path.join(root, "fixtures/documents/media")).filter((name) => !name.endsWith(".py"))
  .map((name) => path.join(root, "fixtures/documents/media", name));
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

/** What the command writes of `file`, named as the page names it. */
function command(file, format) {
  const args = ["extract", path.basename(file), "--status", "all", "-q", "--format", format];
  return execFileSync(plan, args, { cwd: path.dirname(file), encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
}

/** The page, opened and held to silence. */
async function open(browser, locale) {
  const context = await browser.newContext({ locale, acceptDownloads: true, offline: true });
  const tab = await context.newPage();
  const said = [];
  tab.on("console", (message) => said.push(message.text()));
  tab.on("pageerror", (error) => said.push(String(error)));
  tab.on("request", (request) => { if (!/^(file|data|blob|about):/.test(request.url())) said.push(`asks for ${request.url()}`); });
  await tab.goto(pathToFileURL(page).href);
  return { tab, said, close: async () => { assert.deepEqual(said, []); await context.close(); } };
}

async function status(tab, text) {
  await tab.waitForFunction((text) => document.getElementById("status").textContent === text, text, { timeout: 120_000 });
}

async function report(tab) {
  const frame = await (await tab.waitForSelector("iframe")).contentFrame();
  await frame.waitForSelector("footer");
  return frame;
}

async function saved(tab, format) {
  const [download] = await Promise.all([tab.waitForEvent("download"), tab.click(`[data-format="${format}"]`)]);
  return [download.suggestedFilename(), fs.readFileSync(await download.path(), "utf8")];
}

async function one(browser) {
  const { tab, close } = await open(browser, "en-US");
  const began = Date.now();
  await tab.setInputFiles("#files", SEED);
  await status(tab, "Documents read: 1");
  const frame = await report(tab);
  console.log(`a plan of ${fs.statSync(SEED).size} bytes: ${Date.now() - began} ms from choice to page`);
  assert.ok((await frame.title()).includes("鼓楼"), await frame.title());
  const rows = await frame.$$eval("#statements-table tbody tr", (rows) => rows.length);
  const [name, json] = await saved(tab, 2);
  assert.equal(name, "plan.json");
  assert.deepEqual(JSON.parse(json), JSON.parse(command(SEED, "json")));
  assert.equal(rows, JSON.parse(json)[0].commitments.length + JSON.parse(json)[0].achievements.length);
  assert.deepEqual(await saved(tab, 1), ["plan.csv", "\uFEFF" + command(SEED, "csv").replace(/^\uFEFF/, "")]);
  const [html, text] = await saved(tab, 0);
  assert.ok(html === "report.html" && text.startsWith("<!DOCTYPE html>"), html);

  // The frame works as the page of a file does: its search, and the links of its menu.
  const search = frame.locator("input[type=search]").first();
  await search.fill("专利");
  await frame.waitForFunction((all) => document.querySelectorAll("#statements-table tbody tr:not([hidden])").length < all, rows);
  await frame.click('.menu a[href="#source"]');
  await frame.waitForFunction(() => document.getElementById("source").getBoundingClientRect().top < innerHeight);
  assert.ok((await frame.title()).includes("鼓楼"));

  await tab.click("#turn");
  await status(tab, "已读取 1 份文件");
  assert.equal(await (await report(tab)).getAttribute("html", "lang"), "zh-CN");
  assert.ok((await saved(tab, 1))[1].includes("指标"), "Chinese heads");
  await close();
}

async function several(browser) {
  const { tab, close } = await open(browser, "zh-CN");
  await status(tab, "");
  const media = MEDIA.map((file) => ({ name: path.basename(file), mimeType: "application/octet-stream", buffer: fs.readFileSync(file) }));
  await tab.setInputFiles("#files", [...media, { name: "空.txt", mimeType: "text/plain", buffer: Buffer.from("") },
    { name: "坏.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 broken") }]);
  await status(tab, `已读取 ${MEDIA.length} 份文件`);
  const failed = await tab.$$eval("#failed li", (lines) => lines.map((line) => line.textContent));
  assert.equal(failed.length, 2, failed.join("\n"));
  assert.ok(failed.some((line) => line.startsWith("空.txt: the file is empty")), failed.join("\n"));
  assert.ok(failed.some((line) => line.startsWith("坏.pdf: the PDF file cannot be read")), failed.join("\n"));
  await report(tab);
  const [, json] = await saved(tab, 2);
  const sorted = [...MEDIA].sort((a, b) => (path.basename(a) < path.basename(b) ? -1 : 1));
  assert.deepEqual(JSON.parse(json), sorted.map((file) => JSON.parse(command(file, "json"))[0]));
  await close();
}

async function dropped(browser) {
  const { tab, close } = await open(browser, "en-US");
  const transfer = await tab.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "<b>云岭.txt"));
    return transfer;
  }, "云岭市第十四个五年规划纲要\n第一章 产业\n到2025年，上市企业达到30家。\n");
  await tab.dispatchEvent("body", "drop", { dataTransfer: transfer });
  await status(tab, "Documents read: 1");
  const [, json] = await saved(tab, 2);
  const [result] = JSON.parse(json);
  assert.equal(result.commitments[0].quantity.value, 30);
  assert.equal(result.document.source.path, "<b>云岭.txt");
  await tab.setInputFiles("#files", { name: "空.txt", mimeType: "text/plain", buffer: Buffer.from("") });
  await status(tab, "No document could be read");
  assert.ok(await tab.isHidden("#results"));
  assert.equal(await tab.$("iframe"), null);
  await close();
}

/** What axe finds in the page itself; the report has a test of its own. */
async function plain(browser) {
  const context = await browser.newContext({ locale: "zh-CN", bypassCSP: true });
  const tab = await context.newPage();
  await tab.setViewportSize({ width: 375, height: 700 });
  await tab.goto(pathToFileURL(page).href);
  await tab.evaluate(axe.source);
  const { violations } = await tab.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  assert.deepEqual(violations.filter(({ impact }) => ["serious", "critical"].includes(impact)).map(({ id }) => id), []);
  assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), "wider than a phone");
  await context.close();
}

(async () => {
  const browser = await playwright.chromium.launch({ executablePath: chromium, args: FLAGS });
  for (const test of [one, several, dropped, plain]) {
    await test(browser);
    console.log(`ok: ${test.name}`);
  }
  await browser.close();
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
