// Opens a page of `check --format html` in a real browser and tells what does not hold, a line each.
// node report.mjs PAGE.html CHROMIUM MODULES
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";

const [page, executablePath, modules] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${modules}/`));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const address = pathToFileURL(page).href;
const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

let failures = 0;
const expect = (holds, what) => {
  if (!holds) { failures += 1; console.log(`does not hold: ${what}`); }
};

const browser = await chromium.launch({ executablePath, args });

/** A tab on the page that tells of every error, and of everything it would load. */
async function open(options = {}, hash = "") {
  // The checker of accessibility is put into the page from outside, which its policy forbids; the policy itself is checked
  // in the tabs without it.
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const tab = await context.newPage();
  tab.on("console", (message) => expect(!["error", "warning"].includes(message.type()), `no complaint: ${message.text()}`));
  tab.on("pageerror", (error) => expect(false, `no error: ${error}`));
  tab.on("request", (request) => expect(request.url().split("#")[0] === address, `nothing is loaded: ${request.url()}`));
  tab.on("dialog", (dialog) => { expect(false, `no dialog: ${dialog.message()}`); dialog.dismiss(); });
  await tab.goto(address + hash);
  return tab;
}

const visible = (tab) => tab.locator("article.finding:visible").count();

/** What the checker of accessibility finds, with everything unfolded. */
async function accessible(name, options) {
  const tab = await open({ bypassCSP: true, ...options });
  await tab.evaluate(() => { for (const fold of document.querySelectorAll("details")) fold.open = true; });
  await tab.evaluate(axe);
  const { violations } = await tab.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  for (const { id, help, nodes } of violations) {
    expect(false, `accessible (${name}): ${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html).join(" | ")}`);
  }
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide <= 0, `no side scroll (${name}): ${wide} px too wide`);
  await tab.context().close();
}

/** Search, verdicts and reset, by the keyboard alone. */
async function filters() {
  const tab = await open();
  const all = await visible(tab);
  const said = () => tab.locator("#shown").innerText();
  expect(all > 0 && await said() === `${all} findings`, `all findings are counted: ${await said()}, ${all} seen`);
  for (const verdict of await tab.locator("[name=verdict]").evaluateAll((boxes) => boxes.map((box) => box.value))) {
    const of = await tab.locator(`article.finding.${verdict}`).count();
    await tab.locator(`[name=verdict][value=${verdict}]`).press("Space");
    await tab.waitForFunction((left) => document.querySelectorAll("article.finding:not([hidden])").length === left, all - of);
    expect(await visible(tab) === all - of, `without ${verdict} ${all - of} findings are left: ${await visible(tab)}`);
    await tab.locator(`[name=verdict][value=${verdict}]`).press("Space");
  }
  await search(tab, all, said);
  const first = await tab.locator("article.finding").first().getAttribute("id");
  await tab.evaluate((id) => { location.hash = id; }, first);
  await tab.waitForFunction((count) => document.querySelectorAll("article.finding:not([hidden])").length === count, all);
  expect(await tab.locator("#query").inputValue() === "", "a link to a finding that is filtered out clears the filter");
  await tab.context().close();
}

/** A word of the last finding leaves those that have it; one that stands nowhere leaves none. */
async function search(tab, all, said) {
  const word = await tab.locator("article.finding h3").last().evaluate((head) => head.textContent.trim().split(/\s+/).at(-1));
  const having = await tab.locator("article.finding").evaluateAll((findings, word) =>
    findings.filter((finding) => finding.textContent.toLowerCase().includes(word.toLowerCase())).length, word);
  await tab.locator("#query").pressSequentially(word);
  await tab.waitForFunction((left) => document.querySelectorAll("article.finding:not([hidden])").length === left, having);
  expect(having > 0 && await visible(tab) === having, `${having} findings have “${word}”: ${await visible(tab)}`);
  await tab.locator("#query").fill("no finding has these words");
  await tab.waitForFunction(() => document.querySelectorAll("article.finding:not([hidden])").length === 0);
  expect(await said() === `0 of ${all} findings`, `what is left is said: ${await said()}`);
}

/** Without scripts the findings stand there, and the filter, which would do nothing, does not. */
async function withoutScripts() {
  const tab = await open({ javaScriptEnabled: false });
  expect(await tab.locator("#filter").isHidden(), "without scripts there is no filter");
  expect(await visible(tab) > 0, "without scripts the findings are there");
  await tab.context().close();
}

/** The style applies, so that the policy lets it; a link to a claim unfolds the article. */
async function links() {
  const tab = await open();
  expect(await tab.evaluate(() => getComputedStyle(document.querySelector(".finding")).borderTopStyle) === "solid", "the style applies");
  const link = tab.locator("a[href^='#claim-']").first();
  if (await link.count()) {
    const anchor = (await link.getAttribute("href")).slice(1);
    await tab.evaluate((id) => { location.hash = id; }, anchor);
    await tab.waitForFunction((id) => document.getElementById(id).checkVisibility(), anchor, { timeout: 5000 })
      .catch(() => expect(false, `the article of ${anchor} unfolds`));
  }
  await tab.context().close();
}

await accessible("light", { colorScheme: "light" });
await accessible("dark", { colorScheme: "dark" });
await accessible("phone", { viewport: { width: 360, height: 740 } });
await accessible("forced colours", { forcedColors: "active" });
await filters();
await withoutScripts();
await links();
await browser.close();
process.exit(failures ? 1 : 0);
