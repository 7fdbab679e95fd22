"use strict";

// A type's page: properties or members, its relatives, and where it is used.
{
    const { el } = site;

    // What a description states besides its meaning, as short marks.
    function facets(row) {
        const marks = [
            row.required && "required",
            row.requiredIf && "sometimes required",
            row.readOnly && "read-only",
            row.writeOnly && "write-only",
            row.immutable && "immutable",
            row.nullable === true && "nullable",
            row.nullable === false && "not nullable",
            row.returned === "onSelect" && "only on $select",
            row.filter && (row.filter.length > 0 ? `$filter: ${row.filter.join(" ")}` : "$filter"),
            ...(row.supports ?? []),
            row.default !== undefined && `default ${row.default}`,
            row.minimum !== undefined && `from ${row.minimum}`,
            row.maximum !== undefined && `to ${row.maximum}`,
            row.maxLength !== undefined && `at most ${row.maxLength} characters`,
        ];
        const tags = marks.filter(Boolean).map((words) => el("span", { class: "tag" }, words));
        if (row.deprecated !== undefined) tags.unshift(el("span", { class: "tag warning" }, "deprecated"));
        return tags.length > 0 ? el("p", { class: "tags" }, tags) : null;
    }

    function values(index, row) {
        if (typeof row.values === "number")
            return el(
                "p",
                { class: "values" },
                "Values: ",
                el("a", { href: site.link.typeNumber(index.version, row.values) }, index.types[row.values][0]),
            );
        if (!Array.isArray(row.values)) return null;
        return el(
            "p",
            { class: "values" },
            "Values: ",
            row.values.map((value, at) => [at === 0 ? null : ", ", el("code", null, value)]),
        );
    }

    function line(index, row, chosen) {
        const isChosen = chosen !== undefined && row.name.toLowerCase() === chosen.toLowerCase();
        return el(
            "tr",
            { class: isChosen ? "chosen" : null },
            el("th", { scope: "row" }, el("code", null, site.breakable(row.name))),
            el("td", { class: "of-type" }, site.typeLink(index, row.type)),
            el("td", null, site.prose(row.description, index.version, "words"), values(index, row), facets(row)),
        );
    }

    // Properties or parameters with what is said about each.
    site.propertyTable = function propertyTable(index, rows, chosen) {
        return site.table(
            "properties",
            ["Name", "Type", "Meaning"],
            rows.map((row) => line(index, row, chosen)),
        );
    };

    function properties(index, record, bases, chosen) {
        const own = record.properties.filter((row) => row.inherited === undefined);
        const isNavigation = (row) => row.section === "relationships" || row.section === "route";
        const table = (rows) => (rows.length > 0 ? site.propertyTable(index, rows, chosen) : null);
        const listed = new Set(record.properties.map((row) => row.name));
        const inherited = record.properties.filter((row) => row.inherited !== undefined);
        for (const base of bases) {
            const rows = base.properties.filter((row) => !listed.has(row.name) && row.inherited === undefined);
            rows.forEach((row) => listed.add(row.name));
            inherited.push(...rows);
        }
        const opened = inherited.some((row) => row.name.toLowerCase() === chosen?.toLowerCase());
        return [
            site.section("properties", "Properties", table(own.filter((row) => !isNavigation(row)))),
            site.section("relationships", "Relationships", table(own.filter(isNavigation))),
            inherited.length > 0
                ? el(
                      "details",
                      { class: "fold", open: opened },
                      el(
                          "summary",
                          null,
                          el("span", { class: "name" }, "Inherited properties"),
                          el("span", { class: "number" }, String(inherited.length)),
                      ),
                      el("div", { class: "inner" }, table(inherited)),
                  )
                : null,
        ];
    }

    function members(version, list) {
        const line = ([name, value, words, old]) =>
            el(
                "tr",
                null,
                el("th", { scope: "row" }, el("code", null, name)),
                el("td", { class: "value" }, value === null ? "" : String(value)),
                el(
                    "td",
                    null,
                    site.text(words, version),
                    old ? el("span", { class: "tag warning" }, "deprecated") : null,
                ),
            );
        const table = site.table("properties members", ["Member", "Value", "Meaning"], list.map(line));
        return site.section("members", "Members", table);
    }

    function uses(index, { properties: holders, calls, returned, sent }) {
        const { version, types } = index;
        const list = (id, title, numbers, make) =>
            numbers?.length > 0
                ? site.section(id, `${title} (${numbers.length.toLocaleString("en")})`, site.some(numbers, make))
                : null;
        const call = (number) => site.callLink(index, number);
        const holder = ([number, name]) =>
            el(
                "a",
                { class: "call", href: site.link.type(version, types[number][0], name) },
                el("span", { class: "path" }, site.breakable(`${types[number][0]}/${name}`)),
            );
        const own = new Set(calls ?? []);
        const others = (numbers) => (numbers ?? []).filter((number) => !own.has(number));
        return [
            list("calls", "Calls", calls, call),
            list("holders", "Properties of this type", holders, holder),
            list("returned", "Returned by other calls", others(returned), call),
            list("sent", "Sent by other calls", others(sent), call),
        ];
    }

    function relatives(index, record) {
        const link = (number) =>
            el("a", { href: site.link.typeNumber(index.version, number) }, index.types[number][0]);
        const joined = (numbers) => numbers.map((number, at) => [at === 0 ? null : ", ", link(number)]);
        const chain =
            record.bases?.length > 0
                ? el(
                      "p",
                      null,
                      "Derived from ",
                      record.bases.map((number, at) => [at === 0 ? null : " → ", link(number)]),
                  )
                : null;
        const derived = record.uses.derived ? el("p", null, "Derived types: ", joined(record.uses.derived)) : null;
        return chain || derived ? el("div", { class: "relatives" }, chain, derived) : null;
    }

    function what(record, kind) {
        if (record.members) return [record.flags ? "Enum, several members at once" : "Enum"];
        const words = [{ e: "Entity type", c: "Complex type", u: "Type that no page describes" }[kind]];
        if (record.abstract) words.push("abstract");
        if (record.open) words.push("open");
        if (record.key) words.push(`key ${record.key}`);
        return words;
    }

    // The number of a type whose name may be followed by a property's: names have no slash.
    function named(index, rest) {
        const [name, property] = rest.split("/");
        const number = index.typeNumbers.get(name.replace(/^microsoft\.graph\./, "").toLowerCase());
        return [number, property];
    }

    site.pages.type = async function type({ version, rest }) {
        const index = await site.index(version);
        const [number, property] = named(index, rest);
        if (number === undefined) return site.pages.unknown({ version, rest });
        const [name, kind] = index.types[number];
        const record = await site.record(version, "types", number);
        const bases = await Promise.all((record.bases ?? []).map((base) => site.record(version, "types", base)));
        const areas = record.areas.length > 3 ? `${record.areas.length} areas` : record.areas.join(", ");
        return {
            title: name,
            nodes: [
                site.heading(
                    [`Type · ${version}`, areas ? ` · ${areas}` : null],
                    site.breakable(name),
                    site.lead(what(record, kind).join(" · ")),
                ),
                site.deprecated(record.deprecated, version),
                site.prose(record.description, version),
                relatives(index, record),
                record.members ? members(version, record.members) : properties(index, record, bases, property),
                uses(index, record.uses),
                record.rust
                    ? site.section(
                          "rust",
                          "In Rust",
                          el(
                              "div",
                              { class: "code" },
                              el("pre", null, el("code", null, record.rust)),
                              site.copy(record.rust),
                          ),
                      )
                    : null,
                site.source(version, record),
            ],
        };
    };
}
