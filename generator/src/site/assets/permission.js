"use strict";

// A permission's page: what it opens.
{
    const { el } = site;
    const MARKS = {
        l: ["least", "least privileged"],
        h: ["enough", "enough, but a less privileged one would do"],
        u: ["enough", "enough; the page gives no order"],
        r: ["one resource", "counts for one team, chat or the like, whose owner consents"],
        c: ["old programs", "supported only for backward compatibility"],
        p: ["with others", "needed together with others"],
        "-": ["–", "not named for this sign-in"],
    };

    function mark(letter, scheme) {
        const [word, meaning] = MARKS[letter];
        return el(
            "td",
            {
                class: `mark mark-${letter === "-" ? "none" : letter}`,
                title: meaning,
                "data-label": site.SCHEMES[scheme].short,
            },
            el("span", { "aria-hidden": letter === "-" ? "true" : null }, word),
            letter === "-" ? el("span", { class: "hidden" }, "not named") : null,
        );
    }

    function row(index, [number, marks]) {
        const name = el("th", { scope: "row" }, site.callLink(index, number));
        return el(
            "tr",
            null,
            name,
            [...marks].map((letter, scheme) => mark(letter, scheme)),
        );
    }

    function table(index, rows) {
        const heads = ["Call", ...site.SCHEMES.map(({ short }) => short)];
        return site.table(
            "opens",
            heads,
            rows.map((of) => row(index, of)),
        );
    }

    // How many calls, for each sign-in and rank.
    function summary(rows) {
        const RANKS = [
            ["l", "Least privileged for"],
            ["hu", "Also enough for"],
            ["rcp", "Only in part"],
        ];
        const count = (scheme, letters) => rows.filter(([, marks]) => letters.includes(marks[scheme])).length;
        const lines = site.SCHEMES.map(({ name }, scheme) =>
            el(
                "tr",
                null,
                el("th", { scope: "row" }, name),
                RANKS.map(([letters, head]) => {
                    const number = count(scheme, letters);
                    return el(
                        "td",
                        { class: number === 0 ? "zero" : "", "data-label": head },
                        site.count(number, "call"),
                    );
                }),
            ),
        );
        return site.table("summary", ["Sign-in", ...RANKS.map(([, head]) => head)], lines);
    }

    function keeps({ scheme, access, least }, index, [number, marks]) {
        const letters = scheme === "any" ? marks : marks[scheme];
        if (letters.replaceAll("-", "") === "" || (least && !letters.includes("l"))) return false;
        return access === "all" || site.isReading(index.calls[number][0]) === (access === "reads");
    }

    // The calls by resource. A group's table is made when it is opened.
    function groups(index, rows) {
        const resource = ([number]) => index.operations[index.calls[number][2][0]]?.[1] ?? "";
        const few = rows.length <= 60;
        return site.groups(rows, resource).map(([name, list]) => {
            const inner = el("div", { class: "inner" });
            const fill = () => inner.childElementCount === 0 && inner.append(table(index, list));
            if (few) fill();
            return el(
                "details",
                { class: "fold", open: few, ontoggle: fill },
                el(
                    "summary",
                    null,
                    el("span", { class: "name" }, site.breakable(name)),
                    el("span", { class: "number" }, site.count(list.length, "call")),
                ),
                inner,
            );
        });
    }

    function filters(index, rows, out) {
        const state = { scheme: "any", access: "all", least: false };
        const draw = () => {
            const kept = rows.filter((of) => keeps(state, index, of));
            out.replaceChildren(
                ...(kept.length > 0 ? groups(index, kept) : [el("p", { class: "nothing" }, "No call of this kind.")]),
            );
            site.say(site.count(kept.length, "call"));
        };
        const set = (name) => (value) => {
            state[name] = value;
            draw();
        };
        draw();
        const schemes = [["any", "Any sign-in"], ...site.SCHEMES.map(({ short }, at) => [at, short])];
        return el(
            "div",
            { class: "filters" },
            site.choices("Sign-in", schemes, "any", set("scheme")),
            site.choices(
                "Access",
                [
                    ["all", "All"],
                    ["reads", "Reads (GET)"],
                    ["writes", "Others"],
                ],
                "all",
                set("access"),
            ),
            site.choices(
                "Rank",
                [
                    [false, "Any rank"],
                    [true, "Least only"],
                ],
                false,
                set("least"),
            ),
        );
    }

    site.pages.permission = async function permission({ version, rest }) {
        const index = await site.index(version);
        const number = index.permissionNumbers.get(rest.toLowerCase());
        if (number === undefined) return site.pages.unknown({ version, rest });
        const [name] = index.permissions[number];
        const rows = await site.record(version, "permissions", number);
        const reads = rows.filter(([call]) => site.isReading(index.calls[call][0])).length;
        const writes = rows.length - reads;
        const out = el("div", { class: "folds" });
        return {
            title: name,
            nodes: [
                site.heading(
                    `Permission · ${version}`,
                    site.breakable(name),
                    site.lead(
                        `Named for ${site.count(rows.length, "call")}: `,
                        `${reads.toLocaleString("en")} read, ${writes.toLocaleString("en")} act or write.`,
                    ),
                ),
                summary(rows),
                site.section("opens", "What it opens", filters(index, rows, out), out),
            ],
        };
    };
}
