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

    site.pages.call = async function call({ version, rest }) {
        const index = await site.index(version);
        const [method, path] = [rest.split("/")[0].toUpperCase(), rest.slice(rest.indexOf("/"))];
        const number = index.callNumbers.get(`${method} ${site.normal(path)}`);
        if (number === undefined) return site.pages.unknown({ version, rest });
        const [, documented, operations] = index.calls[number];
        const records = await Promise.all(operations.map((at) => site.record(version, "operations", at)));
        const resource = records[0].resource;
        const about =
            resource === undefined
                ? null
                : [" · ", el("a", { href: site.link.typeNumber(version, resource) }, index.types[resource][0])];
        const pages = records.map((record, at) => [
            at === 0 ? null : el("hr"),
            at === 0 ? null : el("h2", { class: "also" }, `Another page: ${record.title}`),
            page(index, record, number),
        ]);
        return {
            title: `${method} ${documented}`,
            nodes: [
                site.heading(
                    [`Call · ${version}`, about],
                    [site.method(method), " ", el("span", { class: "path" }, site.breakable(documented))],
                    site.lead(records[0].title),
                ),
                pages,
            ],
        };
    };
}
