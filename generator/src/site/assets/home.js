"use strict";

// The first page: what there is, and where to begin.
{
    const { el } = site;

    function card(href, title, words, numbers) {
        return el(
            "a",
            { class: "card", href },
            el("h2", null, title),
            el("p", null, words),
            el(
                "p",
                { class: "numbers" },
                numbers.map(([name, count]) =>
                    el("span", null, el("strong", null, count.toLocaleString("en")), ` ${name}`),
                ),
            ),
        );
    }

    site.pages.home = async function home() {
        const { title, versions, changes } = await site.load("site");
        const numbers = (of) => versions.map((version) => [version.name, of(version)]);
        const { version } = site;
        const cards = [
            card(
                site.link.list(version, "permissions"),
                "Permissions",
                "What each permission opens, and for which calls it is the least privileged one.",
                numbers((of) => of.permissions),
            ),
            card(
                site.link.list(version, "calls"),
                "Calls",
                "What each call needs by sign-in, sends and returns, with the documented examples.",
                numbers((of) => of.calls),
            ),
            card(
                site.link.list(version, "types"),
                "Types",
                "Properties, members, bases and derived types, and where each type is used.",
                numbers((of) => of.types + of.enums),
            ),
        ];
        if (changes)
            cards.push(
                card(
                    "#/changes",
                    "Changes",
                    "What is new, gone or different since the baseline, permissions first.",
                    [
                        ["breaking", changes.summary.breaking],
                        ["additive", changes.summary.additive],
                        ["docs", changes.summary.docs],
                    ],
                ),
            );
        return {
            title,
            nodes: [
                el(
                    "header",
                    { class: "heading hero" },
                    el("h1", null, title),
                    el(
                        "p",
                        { class: "lead" },
                        "Search for a permission, a path, a type or a property, or paste the URL of a request. Press ",
                        el("kbd", null, "/"),
                        " to begin.",
                    ),
                ),
                el("div", { class: "cards" }, cards),
            ],
        };
    };

    site.pages.unknown = async function unknown({ version, rest }) {
        const where = version ? `${version} has nothing of this name.` : "This site has no such page.";
        return {
            title: "Not found",
            nodes: [
                site.heading("Not found", rest ?? ""),
                el(
                    "p",
                    null,
                    where,
                    " Search for it, or go to the ",
                    el("a", { href: site.link.home }, "first page"),
                    ".",
                ),
            ],
        };
    };
}
