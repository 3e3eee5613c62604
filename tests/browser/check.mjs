// Checks the pages in Chromium: at two widths, in both colour schemes, on paper.
//
// usage: node check.mjs SCMTOOL FOLDER REAL
//   FOLDER  where the pages are made; REAL  a folder of real copies, if there is one
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import { HtmlValidate } from "html-validate";
import { open, withBrowser } from "./browser.mjs";
import { makePages } from "./pages.mjs";
import * as probes from "./probes.mjs";

const WIDTHS = [390, 1400];
const SCHEMES = ["light", "dark"];
const PAPER = 720; // what A4 leaves, in CSS pixels

const validator = new HtmlValidate({
    root: true,
    extends: ["html-validate:recommended", "html-validate:a11y"],
    rules: {
        "no-inline-style": "off", // the length of a bar
        "valid-id": ["error", { relaxed: true }], // "p7.2"
        "long-title": "off",
    },
});

let passed = 0;
let failed = 0;

function tell(what, complaints) {
    if (complaints.length === 0) {
        passed++;
        return;
    }
    failed++;
    console.log(`FAIL  ${what}`);
    for (const c of complaints.slice(0, 10)) console.log(`    ${c}`);
}

async function checkValidity(p) {
    const report = await validator.validateFile(p.path);
    const messages = report.results.flatMap((r) => r.messages);
    tell(`${p.name}: valid HTML`, messages.map((m) => `${m.line}:${m.column} ${m.message}`));
}

async function checkLook(browser, p, url, width, scheme) {
    const { page, trouble } = await open(browser, url, { width, scheme });
    const where = `${p.name} ${width} ${scheme}`;
    tell(`${where}: nothing stands out`, await page.evaluate(probes.overflow));
    tell(`${where}: folds`, await page.evaluate(probes.folding));
    await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
    tell(`${where}: nothing stands out, unfolded`, await page.evaluate(probes.overflow));
    tell(`${where}: nothing is cut off without a cue`, await page.evaluate(probes.cues));
    tell(`${where}: contrast`, await page.evaluate(probes.contrast));
    tell(`${where}: quiet`, trouble);
    await page.close();
}

async function checkScheme(browser, url) {
    const paper = [];
    for (const scheme of SCHEMES) {
        const { page } = await open(browser, url, { width: 1400, scheme });
        paper.push(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor));
        await page.close();
    }
    tell("dark is not light", paper[0] === paper[1] ? [`both have ${paper[0]}`] : []);
}

async function checkContent(browser, p, url) {
    const { page } = await open(browser, url, { width: 1400, scheme: "light" });
    const there = await page.$$eval("h2", (hs) => hs.map((h) => h.textContent));
    tell(`${p.name}: sections`, p.headings.filter((h) => !there.some((t) => t.startsWith(h))));
    tell(`${p.name}: structure`, await page.evaluate(probes.structure));
    tell(`${p.name}: links`, await page.evaluate(probes.links, p.site));
    tell(`${p.name}: content`, await p.check(page));
    await page.keyboard.press("Tab");
    const first = await page.evaluate(() => document.activeElement.getAttribute("href"));
    tell(`${p.name}: the first link skips to the text`, first === "#main" ? [] : [String(first)]);
    await page.close();
}

// On paper the page is as wide as the sheet and has no contents to click on.
async function checkPaper(browser, p, url) {
    const { page } = await open(browser, url, { width: PAPER, scheme: "light", media: "print" });
    const clickable = await page.$$eval("nav > ul", (us) => us.filter((u) => u.checkVisibility()).length);
    const complaints = clickable ? ["the contents are printed"] : [];
    complaints.push(...(await page.evaluate(probes.whole)));
    const sheets = await page.pdf({ format: "A4" });
    if (sheets.subarray(0, 5).toString() !== "%PDF-") complaints.push("it does not print");
    tell(`${p.name}: on paper`, complaints);
    await page.close();
}

const [scmtool, folder, real] = process.argv.slice(2).map((f) => resolve(f));
const pages = makePages(scmtool, folder, real);
await withBrowser(async (browser) => {
    for (const p of pages) {
        const url = pathToFileURL(p.path).href;
        await checkValidity(p);
        await checkContent(browser, p, url);
        await checkPaper(browser, p, url);
        for (const width of WIDTHS)
            for (const scheme of SCHEMES) await checkLook(browser, p, url, width, scheme);
    }
    await checkScheme(browser, pathToFileURL(pages[0].path).href);
});
console.log(`browser: ${pages.length} pages, ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
