"use strict";

// A call's page: what each page of the documentation says about it.
{
    const { el } = site;
    function clouds(list) {
        if (!list) return null;
        return site.section(
            "clouds",
            "Clouds",
            el(
                "ul",
                { class: "clouds" },
                list.map(([name, there]) =>
                    el(
                        "li",
                        { class: there ? "yes" : "no" },
                        el("span", { "aria-hidden": "true" }, there ? "✓" : "✗"),
                        ` ${name}`,
                        el("span", { class: "hidden" }, there ? ": works" : ": does not work"),
                    ),
                ),
            ),
        );
    }

    function rust(route) {
        return route.rust
            ? site.section(
                  "rust",
                  "In Rust",
                  el(
                      "div",
                      { class: "code" },
                      el("pre", null, el("code", null, `${route.rust}.await?`)),
                      site.copy(`${route.rust}.await?`),
                  ),
              )
            : null;
    }

    function elsewhere(index, record, route) {
        const others = record.routes.filter(
            (other) => other !== route && other.call !== null && other.call !== route.call,
        );
        return others.length > 0
            ? site.section(
                  "elsewhere",
                  "The same page documents",
                  site.some(others, (other) => site.callLink(index, other.call)),
              )
            : null;
    }

    // What one page says about the call.
    function page(index, record, call) {
        const { version } = index;
        const route = record.routes.find((one) => one.call === call) ?? record.routes[0];
        return [
            site.deprecated(record.deprecated, version),
            site.prose(record.description, version),
            site.needs(version, record, route),
            clouds(record.clouds),
            site.request(index, record, route),
            site.response(index, route),
            rust(route),
            site.examples(record),
            elsewhere(index, record, route),
            site.source(version, { ...record, line: route.line }),
        ];
    }

    // Other pages about the same call; a list of many kinds of things has a hundred. Each is loaded when it is opened.
    function others(index, operations, call) {
        const folds = operations.map((at) => {
            const inner = el("div", { class: "inner" });
            const fill = async () => {
                if (inner.childElementCount > 0) return;
                const record = await site.record(index.version, "operations", at);
                if (inner.childElementCount > 0) return;
                inner.append(el("article", null, page(index, record, call)));
                // The sections of the first page have these ids.
                inner.querySelectorAll("section").forEach((section) => section.removeAttribute("id"));
            };
            const title = el("span", { class: "name" }, index.operations[at][0]);
            return el("details", { class: "fold", ontoggle: fill }, el("summary", null, title), inner);
        });
        return site.section("pages", "Other pages about this call", folds);
    }

    site.pages.call = async function call({ version, rest }) {
        const index = await site.index(version);
        const [method, path] = [rest.split("/")[0].toUpperCase(), rest.slice(rest.indexOf("/"))];
        const number = index.callNumbers.get(`${method} ${site.normal(path)}`);
        if (number === undefined) return site.pages.unknown({ version, rest });
        const [, documented, operations] = index.calls[number];
        const record = await site.record(version, "operations", operations[0]);
        const { resource } = record;
        const about =
            resource === undefined
                ? null
                : [" · ", el("a", { href: site.link.typeNumber(version, resource) }, index.types[resource][0])];
        return {
            title: `${method} ${documented}`,
            nodes: [
                site.heading(
                    [`Call · ${version}`, about],
                    [site.method(method), " ", el("span", { class: "path" }, site.breakable(documented))],
                    site.lead(record.title),
                ),
                page(index, record, number),
                others(index, operations.slice(1), number),
            ],
        };
    };
}
