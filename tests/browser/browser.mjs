// Chromium, as Debian has it, under playwright-core: nothing is downloaded, and
// nothing but the page itself is loaded.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const OPTIONS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

export async function withBrowser(use) {
    const profile = mkdtempSync(join(tmpdir(), "scmtool-browser-"));
    const browser = await chromium.launchPersistentContext(profile, {
        executablePath: "/usr/bin/chromium",
        headless: true,
        args: OPTIONS,
    });
    try {
        return await use(browser);
    } finally {
        await browser.close();
        rmSync(profile, { recursive: true, force: true });
    }
}

// A page that is opened, and what it did that it should not.
export async function open(browser, url, { width, scheme, media = "screen" }) {
    const page = await browser.newPage();
    const trouble = [];
    page.on("console", (m) => trouble.push(`console ${m.type()}: ${m.text()}`));
    page.on("pageerror", (e) => trouble.push(`error: ${e.message}`));
    page.on("request", (r) => {
        if (r.url().split("#")[0] !== url) trouble.push(`request: ${r.url()}`);
    });
    await page.emulateMedia({ colorScheme: scheme, media });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(url);
    return { page, trouble };
}
