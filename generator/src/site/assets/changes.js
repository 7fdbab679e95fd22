"use strict";

// What changed since the baseline, permissions first.
{
    const { el } = site;
    const MOST = 500;
    const IMPACTS = [
        ["breaking", "Breaking"],
        ["additive", "Additive"],
        ["docs", "Docs"],
    ];

    async function records({ starts }) {
        const shards = await Promise.all(starts.map((_, number) => site.load(`changes-${number}`)));
        return shards.flat();
    }

    const short = (text) => text.replaceAll("microsoft.graph.", "");

    // The page of the item, if this site has one.
    function link({ version, target, kind, name, call }) {
        const index = site.indices.get(version);
        const type = index?.typeNumbers.get(short(target).toLowerCase());
        if (type !== undefined) {
            return site.link.type(version, index.types[type][0], kind === "property" ? name : undefined);
        }
        return call ? site.link.call(version, ...call) : null;
    }

    // The owner of the item: a type, or a call of the page.
    const owner = ({ target, call }) =>
        call ? [site.method(call[0]), ` ${call[1]}`] : site.breakable(short(target));

    function values({ action, before, after }) {
        if (before === undefined && after === undefined) return null;
        const value = (text, tag) => (text === undefined ? null : el(tag, null, short(text)));
        return el(
            "p",
            { class: "values" },
            value(before, "del"),
            before !== undefined && after !== undefined ? " → " : null,
            action === "removed" ? null : value(after, "ins"),
        );
    }

    function row(change) {
        const href = link(change);
        const isWhole = change.name === change.target;
        const name = [owner(change), isWhole ? null : [" / ", site.breakable(short(change.name))]];
        const what = ` ${change.id.replaceAll("-", " ")} · ${change.version}`;
        return el(
            "div",
            { class: "change" },
            el("span", { class: `tag ${change.impact}` }, change.impact),
            el(
                "div",
                null,
                el("p", null, el(href ? "a" : "span", { href }, name), el("span", { class: "remark" }, what)),
                values(change),
            ),
        );
    }

    function groups(list) {
        const of = (kind) => list.filter((change) => (change.kind === "permission") === kind);
        const parts = [["permission-changes", "Permissions", of(true)]];
        for (const [impact, title] of IMPACTS)
            parts.push([impact, title, of(false).filter((change) => change.impact === impact)]);
        return parts.map(([id, title, rows]) => {
            if (rows.length === 0) return null;
            const cut =
                rows.length > MOST
                    ? el(
                          "p",
                          { class: "remark" },
                          `The first ${MOST} of ${rows.length.toLocaleString("en")}. Filter to see the others.`,
                      )
                    : null;
            return site.section(
                id,
                `${title} (${rows.length.toLocaleString("en")})`,
                cut,
                site.some(rows.slice(0, MOST), row, 50),
            );
        });
    }

    function verdict({ semver, breaking, additive, docs }) {
        if (semver === "none") return "Nothing has changed.";
        const others = `${additive.toLocaleString("en")} additive, ${docs.toLocaleString("en")} of documentation`;
        return `${site.count(breaking, "breaking change")}, ${others}. The verdict for the emitted crate: ${semver}.`;
    }

    site.pages.changes = async function changes() {
        const { changes: overview } = await site.load("site");
        if (!overview) return site.pages.unknown({ rest: "changes" });
        const [list] = await Promise.all([records(overview), ...site.versions.map((version) => site.index(version))]);
        const out = el("div");
        const state = { version: "all", words: "" };
        const keeps = (change) =>
            (state.version === "all" || change.version === state.version) &&
            `${change.target} ${change.name} ${change.before ?? ""} ${change.after ?? ""}`
                .toLowerCase()
                .includes(state.words);
        const draw = () => {
            const kept = list.filter(keeps);
            out.replaceChildren(...groups(kept).filter(Boolean));
            site.say(site.count(kept.length, "change"));
        };
        draw();
        const field = el("input", {
            type: "search",
            class: "filter",
            "aria-label": "Filter the changes",
            placeholder: "Filter by name or value",
        });
        field.addEventListener("input", () => {
            state.words = field.value.trim().toLowerCase();
            draw();
        });
        return {
            title: "Changes",
            nodes: [
                site.heading("Since the baseline", "Changes", site.lead(verdict(overview.summary))),
                el(
                    "div",
                    { class: "filters" },
                    site.choices(
                        "Version",
                        [["all", "All"], ...site.versions.map((name) => [name, name])],
                        "all",
                        (value) => {
                            state.version = value;
                            draw();
                        },
                    ),
                    field,
                ),
                out,
            ],
        };
    };
}
