// What is asked of a page from within: each runs in the browser and returns a
// list of complaints, empty where all is well.

// What stands out of the page at its right edge, but for what scrolls in a box.
export function overflow() {
    const width = document.documentElement.clientWidth;
    const found = [];
    if (document.documentElement.scrollWidth > width)
        found.push(`the page is ${document.documentElement.scrollWidth} wide in ${width}`);
    for (const e of document.body.querySelectorAll("*")) {
        const box = e.closest(".box");
        if ((box && box !== e) || e.closest("svg, .skip")) continue;
        const right = e.getBoundingClientRect().right;
        if (right > width + 1) found.push(`${e.tagName}.${e.className} ends at ${right} of ${width}`);
    }
    return found;
}

// A table that is cut off at the edge must show that it goes on.
export function cues() {
    const found = [];
    for (const e of document.querySelectorAll("main *")) {
        const style = getComputedStyle(e);
        if (e.scrollWidth <= e.clientWidth + 1 || style.overflowX === "visible" || e.closest("svg")) continue;
        const shadows = style.backgroundAttachment.split(", ").filter((a) => a === "scroll").length;
        if (shadows < 2) found.push(`${e.tagName}.${e.className} is cut off at its edge`);
    }
    return found;
}

// On paper nothing is folded, and nothing lies beyond the edge.
export function whole() {
    const found = [];
    const width = document.documentElement.clientWidth;
    for (const e of document.querySelectorAll("main p, main td, main th")) {
        if (e.closest(".none")) continue;
        if (!e.checkVisibility()) found.push(`"${e.textContent.slice(0, 40)}" is not printed`);
        const right = e.getBoundingClientRect().right;
        if (right > width + 1) found.push(`"${e.textContent.slice(0, 40)}" ends at ${right} of ${width}`);
    }
    return found.slice(0, 5);
}

// Text whose colour is too near to what lies behind it (WCAG 2, 4.5 to 1).
export function contrast() {
    const parse = (c) => {
        const n = (c.match(/[\d.]+/g) || []).map(Number);
        return { r: n[0], g: n[1], b: n[2], a: n.length > 3 ? n[3] : 1 };
    };
    const over = (top, under) => {
        const mix = (x, y) => x * top.a + y * (1 - top.a);
        return { r: mix(top.r, under.r), g: mix(top.g, under.g), b: mix(top.b, under.b), a: 1 };
    };
    const luminance = (c) => {
        const [r, g, b] = [c.r, c.g, c.b].map((v) =>
            v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (e) => {
        const layers = [];
        for (; e; e = e.parentElement) layers.push(parse(getComputedStyle(e).backgroundColor));
        return layers.reverse().reduce((under, top) => over(top, under), { r: 255, g: 255, b: 255, a: 1 });
    };
    const found = new Set();
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let seen = 0;
    while (walk.nextNode()) {
        const e = walk.currentNode.parentElement;
        if (!walk.currentNode.data.trim() || e.closest("svg") || !e.checkVisibility()) continue;
        const back = behind(e);
        const fore = over(parse(getComputedStyle(e).color), back);
        const [hi, lo] = [luminance(fore), luminance(back)].sort((a, b) => b - a);
        const ratio = (hi + 0.05) / (lo + 0.05);
        seen++;
        if (ratio < 4.5) found.add(`${e.tagName}.${e.className}: ${ratio.toFixed(2)} to 1`);
    }
    if (seen < 4) found.add(`only ${seen} pieces of text seen`);
    return [...found];
}

// Links that lead nowhere, ids that occur twice, and anything from elsewhere; in a site links
// may lead to other pages, whose names have no scheme and no folder.
export function links(site) {
    const found = [];
    const ids = new Set();
    for (const e of document.querySelectorAll("[id]")) {
        if (ids.has(e.id)) found.push(`id ${e.id} twice`);
        ids.add(e.id);
    }
    for (const e of document.querySelectorAll("[href], [src]")) {
        const to = e.getAttribute("href") ?? e.getAttribute("src");
        if (site && /^[^#/:]+\.html(#[\w.]+)?$/.test(to)) continue;
        if (!to.startsWith("#") || !ids.has(to.slice(1))) found.push(`${to} leads nowhere`);
    }
    if (document.querySelector("script, link, img, iframe, object, form"))
        found.push("there is more than text, tables and drawings");
    return found;
}

// Landmarks, the order of headings, heads of tables, the language.
export function structure() {
    const found = [];
    const count = (what, n) => {
        const is = document.querySelectorAll(what).length;
        if (is !== n) found.push(`${is} of ${what}, not ${n}`);
    };
    for (const landmark of ["header", "nav", "main", "footer", "h1"]) count(landmark, 1);
    if (!document.documentElement.lang) found.push("no language");
    if (!document.title.trim()) found.push("no title");
    let last = 0;
    for (const h of document.querySelectorAll("h1, h2, h3, h4")) {
        const level = Number(h.tagName[1]);
        if (level > last + 1) found.push(`"${h.textContent}" skips a level`);
        if (!h.textContent.trim()) found.push("an empty heading");
        last = level;
    }
    for (const th of document.querySelectorAll("th"))
        if (!th.hasAttribute("scope")) found.push(`"${th.textContent}" heads what?`);
    for (const row of document.querySelectorAll("tbody tr"))
        if (!row.querySelector("th")) found.push(`a row without a head: ${row.textContent}`);
    for (const a of document.querySelectorAll("nav > ul a"))
        if (!a.textContent.trim()) found.push("an empty entry of the contents");
    return found;
}

// Whether every part that folds opens and closes by a click on its summary.
export function folding() {
    const found = [];
    for (const d of document.querySelectorAll("details")) {
        const before = d.open;
        d.querySelector("summary").click();
        if (d.open === before) found.push(`${d.id} does not move`);
        d.querySelector("summary").click();
        if (d.open !== before) found.push(`${d.id} does not move back`);
    }
    return found;
}
