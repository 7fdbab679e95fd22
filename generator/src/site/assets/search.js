"use strict";

// Search: every word of the query has to stand in an item; how well it does decides the order.
{
    const MOST = 200;

    // What can be found in a version. Properties are added when they are loaded.
    function items(index) {
        const item = (kind, name, number, more = "") => ({
            kind,
            name,
            number,
            version: index.version,
            lower: name.toLowerCase(),
            all: `${name} ${more}`.toLowerCase(),
            more,
        });
        const permissions = index.permissions.map(([name, calls], number) =>
            item("permission", name, number, site.count(calls, "call")),
        );
        const calls = index.calls.map(([method, path, operations], number) => ({
            ...item("call", path, number, index.operations[operations[0]]?.[0]),
            method,
        }));
        const KINDS = { e: "entity type", c: "complex type", n: "enum", u: "undocumented type" };
        const types = index.types.map(([name, kind], number) => item("type", name, number, KINDS[kind]));
        return { permission: permissions, call: calls, type: types, property: [] };
    }

    const found = new Map();

    site.searchable = async function searchable(version) {
        const index = await site.index(version);
        if (!found.has(version)) found.set(version, items(index));
        return found.get(version);
    };

    // Adds the properties of a version.
    site.searchProperties = async function searchProperties(version) {
        const [index, known, names] = await Promise.all([
            site.index(version),
            site.searchable(version),
            site.load(`${version}/properties`),
        ]);
        if (known.property.length > 0) return;
        for (const [name, types] of names) {
            const lower = name.toLowerCase();
            const first = index.types[types[0]][0];
            const more =
                types.length === 1 ? `of ${first}` : `of ${first} and ${site.count(types.length - 1, "more type")}`;
            known.property.push({
                kind: "property",
                name,
                types,
                version,
                lower,
                all: lower,
                more,
                number: types[0],
            });
        }
    };

    // How well a word fits a name: whole, its beginning, the beginning of a word in it, anywhere.
    function fit(name, lower, word) {
        const at = lower.indexOf(word);
        if (at < 0) return 0;
        if (lower.length === word.length) return 100;
        if (at === 0) return 70;
        const begins = /[^a-z0-9]/i.test(name[at - 1]) || /[A-Z]/.test(name[at]);
        const whole = at + word.length === lower.length || /[^a-z0-9]/.test(lower[at + word.length]);
        return begins ? (whole ? 60 : 50) : 30;
    }

    function score(item, words) {
        let sum = 0;
        for (const word of words) {
            if (!item.all.includes(word)) return 0;
            sum += fit(item.name, item.lower, word) || 20;
        }
        return sum / words.length - Math.min(item.lower.length, 150) / 10;
    }

    // A call by a URL of a log: `https://graph.microsoft.com/v1.0/users/17/messages?$top=5`.
    function asUrl(query) {
        const bare = query.replace(/^https?:\/\/[^/]+/i, "").replace(/[?#].*$/, "");
        if (!bare.startsWith("/")) return null;
        const [, version, rest] = bare.match(/^\/(beta|v\d+\.\d+)(\/.*)?$/i) ?? [null, null, bare];
        const segments = site.normal(rest ?? "").split("/");
        return { version: version?.toLowerCase(), segments };
    }

    function matchesUrl(call, { version, segments }) {
        if (version && call.version !== version) return 0;
        const own = site.normal(call.name).split("/");
        if (own.length !== segments.length) return 0;
        const literal = own.filter((segment, at) => segment === segments[at]).length;
        const fits = own.every(
            (segment, at) => segment === segments[at] || (segment.includes("{}") && segments[at] !== ""),
        );
        return fits ? 100 + literal : 0;
    }

    // The items of all loaded versions for a query, best first, those of one name in one row.
    site.search = function search(query, versions, preferred) {
        const words = query.toLowerCase().split(/\s+/).filter(Boolean);
        const method = site.METHODS.find((name) => name.toLowerCase() === words[0]);
        const rest = method && words.length > 1 ? words.slice(1) : words;
        const url = rest.length === 1 ? asUrl(rest[0]) : null;
        const result = {};
        for (const kind of ["permission", "call", "type", "property"]) {
            const rows = new Map();
            const isCall = kind === "call";
            if (method && !isCall && words.length > 1) continue;
            for (const version of versions) {
                for (const item of found.get(version)?.[kind] ?? []) {
                    if (isCall && method && item.method !== method) continue;
                    const asked = method === item.method ? rest : words;
                    const value = Math.max(
                        score(item, isCall ? asked : words),
                        isCall && url ? matchesUrl(item, url) : 0,
                    );
                    if (value > 0) add(rows, item, value + (version === preferred ? 0.5 : 0));
                }
            }
            result[kind] = [...rows.values()].sort(
                (a, b) => b.value - a.value || (a.item.name < b.item.name ? -1 : 1),
            );
            result[kind].total = result[kind].length;
            result[kind].splice(MOST);
        }
        return result;
    };

    function add(rows, item, value) {
        const key = item.kind === "call" ? `${item.method} ${site.normal(item.name)}` : item.name;
        const row = rows.get(key);
        if (!row) rows.set(key, { item, value, versions: [item.version] });
        else {
            row.versions.push(item.version);
            if (value > row.value) Object.assign(row, { item, value });
        }
    }

    site.linkOf = function linkOf({ kind, name, number, version, method, types }) {
        if (kind === "permission") return site.link.permission(version, name);
        if (kind === "call") return site.link.call(version, method, name);
        if (kind === "type") return site.link.type(version, name);
        return types.length === 1
            ? site.link.type(version, site.indices.get(version).types[number][0], name)
            : `#/${version}/property/${name}`;
    };
}
