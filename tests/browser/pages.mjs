// The pages, how each is made, and what must stand in it: told by the same
// command's TSV, so that a page says no less and no other than the records do.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const HOSTILE = `Joint Communiqué of the 55th U.S.-ROK Security Consultative Meeting

1. Seoul <script>alert("1")</script> was host & home to the 55th Security Consultative Meeting (SCM) on November 13, 2023. Secretary Lloyd Austin said 'a < b > c "d" &amp; e'.

2. The Secretary reaffirmed the work of the Nuclear Consultative Group (NCG) at <a href="http://harbor.example/">the harbor</a>.
`;

function run(program, ...args) {
    const result = { status: 0 };
    try {
        result.out = execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    } catch (e) {
        if (e.status !== 1) throw new Error(`${args.join(" ")}: ${e.stderr}`);
        result.out = e.stdout;
    }
    return result.out;
}

function rows(text) {
    return text.split("\n").filter((l) => l).map((l) => l.split("\t"));
}

// Text as it is compared: white space folded.
const plain = (s) => s.replace(/\s+/g, " ").trim();

// All paragraphs of the text stand on the page, every mention is marked.
function summary(scmtool, file) {
    return async (page) => {
        const found = [];
        const texts = await page.$$eval("article > .text", (ps) => ps.map((p) => p.textContent));
        const on_page = new Set(texts.map(plain));
        for (const [, para, , text] of rows(run(scmtool, "normalize", "-f", "tsv", file)))
            if (!on_page.has(plain(text))) found.push(`paragraph ${para} is not there`);
        const titles = new Set(await page.$$eval("mark", (ms) => ms.flatMap((m) => m.title.split("; "))));
        for (const [, , , , type, id, value] of rows(run(scmtool, "tag", file))) {
            const title = [type, id, value].filter((x) => x !== "-").join(" · ");
            if (!titles.has(title)) found.push(`${title} is not marked`);
        }
        if (!(await page.$(".bar"))) found.push("no bars");
        return found;
    };
}

// Every pair of paragraphs has its place, the moved ones know of each other.
function difference(scmtool, before, after) {
    return async (page) => {
        const found = [];
        const records = rows(run(scmtool, "diff", "-f", "tsv", before, after));
        const there = new Set(await page.$$eval("[id]", (es) => es.map((e) => e.id)));
        const leads = (from, to) =>
            page.$eval(`[id="${from}"]`, (e, to) => !!e.querySelector(`a[href="#${to}"]`), to);
        let bands = 0;
        for (const [kind, status, , old, now] of records) {
            if (kind !== "PARAGRAPH") continue;
            bands++;
            if (now !== "-" && !there.has(`p${now}`)) found.push(`no paragraph ${now}`);
            if (now === "-" && !there.has(`old${old}`)) found.push(`no dropped paragraph ${old}`);
            if (status === "same" && !(await page.$(`details[id="p${now}"]`)))
                found.push(`paragraph ${now} is unchanged, but not folded`);
            if (status !== "moved") continue;
            if (!(await leads(`p${now}`, `old${old}`)) || !(await leads(`old${old}`, `p${now}`)))
                found.push(`paragraphs ${old} and ${now} do not know of each other`);
        }
        const drawn = await page.$$eval(".map svg g", (gs) => gs.length);
        if (drawn !== bands) found.push(`${drawn} bands for ${bands} pairs`);
        const names = records.filter(([kind, s]) =>
            !["CHANGE", "PARAGRAPH", "STATEMENT", "MEETING"].includes(kind) && s !== "kept").length;
        const tabled = await page.$$eval("td.look-b", (cells) => cells.length / 2);
        const changes = records.filter(([kind]) => kind === "CHANGE").length;
        const listed = await page.$$eval("table", (ts) =>
            ts.filter((t) => t.textContent.includes("weight")).reduce((n, t) => n + t.rows.length - 1, 0));
        if (listed !== changes) found.push(`${listed} changes in the table, ${changes} in records`);
        if (tabled !== names) found.push(`${tabled} names in tables, ${names} in records`);
        return found;
    };
}

// The numbers of the matrix are those of the records.
function trend(scmtool, files) {
    return async (page) => {
        const found = [];
        const followed = rows(run(scmtool, "trend", "-f", "tsv", ...files))
            .filter(([type]) => type !== "OFFICIAL" && type !== "TERM").map((r) => Number(r[5]));
        const cells = await page.$$eval("td.heat", (ds) => ds.map((d) => Number(d.textContent.replace("·", "0").replace(/↩\s/, ""))));
        if (cells.join() !== followed.join()) found.push("other numbers than in the records");
        const lines = await page.$$eval("svg.line", (ls) => ls.length);
        if (lines !== cells.length / files.length) found.push(`${lines} lines`);
        return found;
    };
}

// Every sentence of the text has its margin, and every line of descent its band.
function history(scmtool, files) {
    return async (page) => {
        const found = [];
        const records = rows(run(scmtool, "history", "-f", "tsv", ...files));
        const years = Object.fromEntries(rows(run(scmtool, "summarize", "-f", "tsv", ...files))
            .filter(([, key]) => key === "date").map(([doc, , date]) => [doc, date.slice(0, 4)]));
        const lines = run(scmtool, "history", "--all", "-f", "jsonl", ...files).trim().split("\n");
        const shown = await page.$$eval(".dated", (ds) => ds.map((d) => [
            d.querySelector(".since").firstChild.textContent, d.querySelector(".text").textContent,
            d.querySelectorAll("details .text").length]));
        if (shown.length !== records.length) found.push(`${shown.length} of ${records.length} sentences`);
        for (const [i, [, para, n, status, since, , wordings, , text]] of records.entries()) {
            const [year, sentence, earlier] = shown[i] ?? [];
            const wanted = status === "new" ? "new" : years[since] + (status === "returned" ? " ↩" : "");
            if (plain(sentence ?? "") !== plain(text)) found.push(`${para}/${n} has another text`);
            if (plain(year ?? "") !== wanted) found.push(`${para}/${n} is since ${year}, not ${wanted}`);
            if (earlier < wordings - 1) found.push(`${para}/${n} has ${earlier} earlier wordings`);
        }
        const bands = await page.$$eval(".river svg g", (gs) => gs.length);
        if (bands !== lines.length) found.push(`${bands} bands for ${lines.length} lines`);
        return found;
    };
}

// Links to other pages of the site lead to files and to places that are there.
function reachable(folder) {
    const ids = {};
    const idsOf = (file) => ids[file] ??= new Set(
        [...readFileSync(join(folder, file), "utf8").matchAll(/ id="([^"]*)"/g)].map((m) => m[1]));
    return async (page) => {
        const found = [];
        const links = await page.$$eval("a[href]", (as) => as.map((a) => a.getAttribute("href")));
        for (const link of links.filter((l) => !l.startsWith("#"))) {
            const [file, id] = decodeURIComponent(link).split("#");
            if (!existsSync(join(folder, file))) found.push(`${link}: no such file`);
            else if (id && !idsOf(file).has(id)) found.push(`${link}: no such place`);
        }
        if (!links.some((l) => !l.startsWith("#"))) found.push("leads nowhere");
        return found;
    };
}

// Each with its name, what its headings must begin with, and its check.
export function makePages(scmtool, folder, real) {
    const pages = [];
    const add = (name, args, headings, check) => {
        const path = join(folder, `${name}.html`);
        writeFileSync(path, run(scmtool, ...args, "--format=html"));
        pages.push({ name, path, headings, check });
    };
    mkdirSync(folder, { recursive: true });
    const hostile = join(folder, "hostile.txt");
    writeFileSync(hostile, HOSTILE);
    const SUMMARY = ["Paragraphs", "Main mechanisms", "Commitments, strongest first", "Text"];
    const DIFF = ["Names by number of mentions", "Changes of substance", "Paragraphs"];
    const TREND = ["Names by number of mentions", "Texts"];
    add("summary", ["summarize", "2023"], [...SUMMARY, "Other names"], summary(scmtool, "2023"));
    add("factsheet", ["summarize", "2024"], ["Text"], summary(scmtool, "2024"));
    add("hostile", ["summarize", hostile], ["Text"], summary(scmtool, hostile));
    add("diff", ["diff", "2020", "2023"], [...DIFF, "Statements whose act, speaker or polarity changed"], difference(scmtool, "2020", "2023"));
    add("near", ["diff", "2020", "2021"], DIFF, difference(scmtool, "2020", "2021"));
    add("stat", ["diff", "--stat", "2020", "2023"], DIFF.slice(0, 1), async () => []);
    add("same", ["diff", "2023", "2023"], [], async () => []);
    const years = ["2020", "2021", "2023", "2024"];
    add("trend", ["trend", ...years], TREND, trend(scmtool, years));
    const series = ["2020", "2021", "2023"];
    const HISTORY = ["All sentences over time", "Dropped after", "Text"];
    add("history", ["history", ...series], HISTORY, history(scmtool, series));
    const site = join(folder, "site");
    run(scmtool, "site", "-o", site, ...years);
    const sitePages = { index: ["Texts", "All sentences over time", "Names"], "scm55-2023": SUMMARY, "scm56-2024": ["Text"],
        "scm53-2021--scm55-2023": DIFF, "id-NCG": ["Mentions", "In the texts"], "id-2+2": ["Mentions", "In the texts"] };
    for (const [name, headings] of Object.entries(sitePages))
        pages.push({ name: `site/${name}`, path: join(site, `${name}.html`), headings,
            check: reachable(site), site: true });
    if (existsSync(real)) {
        const texts = readdirSync(real).filter((f) => f.endsWith(".txt")).map((f) => join(real, f));
        const years = texts.filter((f) => /scm\d\d-\d{4}\.txt$/.test(f));
        for (const [i, f] of texts.entries()) add(`real-${i}`, ["summarize", f], ["Text"], summary(scmtool, f));
        add("real-diff", ["diff", years[0], years[1]], DIFF, difference(scmtool, years[0], years[1]));
        add("real-trend", ["trend", ...texts], TREND, trend(scmtool, texts));
    }
    return pages;
}
