"use strict";

// Parts that several pages have.
{
    const { el } = site;

    site.SCHEMES = [
        { name: "Work or school account", short: "Work", how: "delegated" },
        { name: "Personal account", short: "Personal", how: "delegated" },
        { name: "Application", short: "App", how: "no user" },
    ];

    site.METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

    site.isReading = (method) => method === "GET" || method === "HEAD";

    site.method = (method) => el("span", { class: `method ${method.toLowerCase()}` }, method);

    // A page's heading, with what stands small above it and what it is about below.
    site.heading = function heading(kicker, name, ...below) {
        return el("header", { class: "heading" }, el("p", { class: "kicker" }, kicker), el("h1", null, name), below);
    };

    site.lead = (...words) => el("p", { class: "lead" }, words);

    // A table with a row of heads, if it has any.
    site.table = function table(name, heads, rows) {
        const cells = heads.map((head) => el("th", { scope: "col" }, head));
        const top = heads.length > 0 ? el("thead", null, el("tr", null, cells)) : null;
        return el("table", { class: name }, top, el("tbody", null, rows));
    };

    let sections = 0;

    site.section = function section(id, title, ...children) {
        const inner = children.flat(Infinity).filter(Boolean);
        if (inner.length === 0) return null;
        sections += 1;
        const name = `section-${sections}`;
        return el("section", { id, "aria-labelledby": name }, el("h2", { id: name }, title), inner);
    };

    site.permissionLink = (version, name) =>
        el("a", { class: "permission", href: site.link.permission(version, name) }, site.breakable(name));

    // A call in a list: method, path and title.
    site.callLink = function callLink(index, number) {
        const [method, path, operations] = index.calls[number];
        const title = index.operations[operations[0]]?.[0] ?? "";
        return el(
            "a",
            { class: "call", href: site.link.call(index.version, method, path) },
            site.method(method),
            el("span", { class: "path" }, site.breakable(path)),
            el("span", { class: "title" }, title),
        );
    };

    // A reference to a type: `Collection(microsoft.graph.user)`.
    site.typeLink = function typeLink(index, reference) {
        const inner = reference.match(/^Collection\((.*)\)$/);
        const name = (inner ? inner[1] : reference).replace(/^microsoft\.graph\.|^Edm\./, "");
        const number = index.typeNumbers.get(name.toLowerCase());
        const known = number !== undefined && !reference.includes("Edm.");
        const link = known
            ? el("a", { href: site.link.typeNumber(index.version, number) }, site.breakable(name))
            : name;
        return el("span", { class: "type" }, link, inner ? el("span", { class: "many" }, " collection") : null);
    };

    // A list of which the first few are shown until the rest is asked for.
    site.some = function some(items, make, most = 12) {
        const list = el("ul", { class: "rows" });
        const add = (from, to) => list.append(...items.slice(from, to).map((item) => el("li", null, make(item))));
        add(0, most);
        if (items.length <= most) return list;
        const more = el("button", { class: "more", type: "button" }, `Show all ${items.length.toLocaleString("en")}`);
        more.addEventListener("click", () => {
            add(most, items.length);
            list.children[most]?.querySelector("a")?.focus();
            more.remove();
        });
        return [list, more];
    };

    // Choices of which one holds.
    site.choices = function choices(label, options, chosen, choose) {
        const buttons = options.map(([value, words]) =>
            el(
                "button",
                { type: "button", "aria-pressed": String(value === chosen), onclick: () => pick(value) },
                words,
            ),
        );
        const pick = (value) => {
            buttons.forEach((button, at) => button.setAttribute("aria-pressed", String(options[at][0] === value)));
            choose(value);
        };
        return el("div", { class: "switch", role: "group", "aria-label": label }, buttons);
    };

    site.deprecated = (nodes, version) =>
        nodes
            ? el("div", { class: "note warning" }, el("strong", null, "Deprecated. "), site.text(nodes, version))
            : null;

    // Where it is documented.
    site.source = function source(version, record) {
        return el(
            "p",
            { class: "source" },
            el("code", null, `${version}/${record.file}:${record.line}`),
            record.public ? [" · ", el("a", site.outward(record.public), "public page")] : null,
        );
    };

    site.copy = function copy(text) {
        const button = el("button", { class: "copy", type: "button" }, "Copy");
        button.addEventListener("click", async () => {
            try {
                await navigator.clipboard.writeText(text);
                button.textContent = "Copied";
            } catch {
                button.textContent = "Select the text to copy it";
            }
            setTimeout(() => (button.textContent = "Copy"), 2000);
        });
        return button;
    };
}
