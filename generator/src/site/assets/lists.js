"use strict";

// All permissions, calls and types of a version, by their beginnings.
{
    const { el } = site;

    // Groups of items by a key, in the order of the keys. Pages differ in capitals.
    function groups(items, key) {
        const found = new Map();
        for (const item of items) {
            const name = key(item);
            const known = name.toLowerCase();
            if (!found.has(known)) found.set(known, [name, []]);
            found.get(known)[1].push(item);
        }
        return [...found.values()].sort(([a], [b]) => a.localeCompare(b, "en"));
    }
    site.groups = groups;

    // Groups whose rows are made when they are opened: thousands of rows at once would be slow.
    function folded(named, make) {
        const open = named.length <= 3;
        return named.map(([name, items]) => {
            const inner = el("div", { class: "inner" });
            const fill = () =>
                inner.childElementCount === 0 &&
                inner.append(
                    el(
                        "ul",
                        { class: "rows" },
                        items.map((item) => el("li", null, make(item))),
                    ),
                );
            const details = el(
                "details",
                { class: "fold", open, ontoggle: fill },
                el(
                    "summary",
                    null,
                    el("span", { class: "name" }, site.breakable(name)),
                    el("span", { class: "number" }, items.length.toLocaleString("en")),
                ),
                inner,
            );
            if (open) fill();
            return details;
        });
    }
    site.folded = folded;

    const numbers = (list) => list.map((_, number) => number);

    site.pages.calls = async function calls({ version }) {
        const index = await site.index(version);
        const first = (number) =>
            index.calls[number][1]
                .split("/")
                .slice(0, 2)
                .join("/")
                .replace(/[(:].*/, "");
        return {
            title: `Calls – ${version}`,
            nodes: [
                site.heading(
                    version,
                    "Calls",
                    site.lead(`${site.count(index.calls.length, "call")} by the beginning of their paths.`),
                ),
                folded(groups(numbers(index.calls), first), (number) => site.callLink(index, number)),
            ],
        };
    };

    site.pages.types = async function types({ version }) {
        const index = await site.index(version);
        const letter = (number) => index.types[number][0][0].toUpperCase();
        const WORDS = { e: "entity type", c: "complex type", n: "enum", u: "undocumented" };
        const make = (number) => {
            const [name, kind] = index.types[number];
            return el(
                "a",
                { class: "call", href: site.link.typeNumber(version, number) },
                el("span", { class: "path" }, site.breakable(name)),
                el("span", { class: "title" }, WORDS[kind]),
            );
        };
        return {
            title: `Types – ${version}`,
            nodes: [
                site.heading(
                    version,
                    "Types",
                    site.lead(
                        `${site.count(index.types.length, "type and enum", "types and enums")} by their first letter.`,
                    ),
                ),
                folded(groups(numbers(index.types), letter), make),
            ],
        };
    };

    site.pages.permissions = async function permissions({ version }) {
        const index = await site.index(version);
        const family = (number) => index.permissions[number][0].split(".")[0];
        const rows = groups(numbers(index.permissions), family).map(([, list]) =>
            el(
                "li",
                { class: "family" },
                list.map((number) => {
                    const [name, calls] = index.permissions[number];
                    return el(
                        "a",
                        { class: "call", href: site.link.permission(version, name) },
                        el("span", { class: "path" }, site.breakable(name)),
                        el("span", { class: "title" }, site.count(calls, "call")),
                    );
                }),
            ),
        );
        return {
            title: `Permissions – ${version}`,
            nodes: [
                site.heading(
                    version,
                    "Permissions",
                    site.lead(
                        site.count(index.permissions.length, "permission"),
                        " of the pages, and how many calls each opens.",
                    ),
                ),
                el("ul", { class: "families" }, rows),
            ],
        };
    };

    // The types that have a property.
    site.pages.property = async function property({ version, rest }) {
        const [index, names] = await Promise.all([site.index(version), site.load(`${version}/properties`)]);
        const types = names.find(([name]) => name === rest)?.[1];
        if (!types) return site.pages.unknown({ version, rest });
        const make = (number) =>
            el(
                "a",
                { class: "call", href: site.link.type(version, index.types[number][0], rest) },
                el("span", { class: "path" }, site.breakable(index.types[number][0])),
            );
        return {
            title: `${rest} – property`,
            nodes: [
                site.heading(
                    `Property · ${version}`,
                    rest,
                    site.lead(`${site.count(types.length, "type has", "types have")} a property of this name.`),
                ),
                el(
                    "ul",
                    { class: "rows" },
                    types.map((number) => el("li", null, make(number))),
                ),
            ],
        };
    };
}
