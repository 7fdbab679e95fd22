"use strict";

// What is found, below the search field while somebody types and on a page of its own.
{
    const { el } = site;
    const KINDS = [
        ["permission", "Permissions"],
        ["call", "Calls"],
        ["type", "Types"],
        ["property", "Properties"],
    ];
    const FIRST = 5;

    const field = () => document.getElementById("query");
    const panel = () => document.getElementById("found");
    let options = [];
    let active = -1;

    function row({ item, versions }, number) {
        const tags = site.versions.length > 1 ? versions.map((name) => el("span", { class: "tag" }, name)) : [];
        const attributes = { class: "hit", href: site.linkOf(item) };
        if (number !== undefined) Object.assign(attributes, { role: "option", id: `hit-${number}`, tabindex: "-1" });
        return el(
            "a",
            attributes,
            item.method ? site.method(item.method) : null,
            el("span", { class: "name" }, site.breakable(item.name)),
            el("span", { class: "more-words" }, item.more),
            el("span", { class: "tags" }, tags),
        );
    }

    // The kinds that have results, that of the best one first.
    function ordered(result) {
        const present = KINDS.filter(([kind]) => result[kind]?.length > 0);
        return present.sort(([a], [b]) => result[b][0].value - result[a][0].value);
    }

    // Draws the panel for the text of the field.
    site.showResults = function showResults() {
        const query = field().value.trim();
        if (query === "") return site.hideResults();
        const result = site.search(query, site.versions, site.version);
        const groups = [];
        options = [];
        for (const [kind, title] of ordered(result)) {
            const rows = result[kind];
            const shown = rows.slice(0, FIRST).map((found) => {
                const option = row(found, options.length);
                options.push(option);
                return option;
            });
            groups.push(
                el(
                    "div",
                    { role: "group", "aria-label": title },
                    el("p", { class: "group" }, title, " ", el("span", null, rows.total.toLocaleString("en"))),
                    shown,
                ),
            );
        }
        const total = KINDS.reduce((sum, [kind]) => sum + (result[kind]?.total ?? 0), 0);
        if (total > options.length) {
            const all = el(
                "a",
                {
                    class: "hit all",
                    role: "option",
                    id: `hit-${options.length}`,
                    tabindex: "-1",
                    href: site.link.search(query),
                },
                `All ${total.toLocaleString("en")} results`,
            );
            options.push(all);
            groups.push(all);
        }
        panel().replaceChildren(...(total > 0 ? groups : [nothing(query)]));
        panel().hidden = false;
        field().setAttribute("aria-expanded", "true");
        mark(total > 0 ? 0 : -1);
        site.say(total > 0 ? site.count(total, "result") : "Nothing found");
    };

    function nothing(query) {
        const ready = site.versions.every((version) => site.indices.has(version));
        const words = ready ? `Nothing is called “${query}”. Fewer letters find more.` : "Loading the index …";
        return el("p", { class: "nothing" }, words);
    }

    site.hideResults = function hideResults() {
        panel().hidden = true;
        options = [];
        mark(-1);
        field().setAttribute("aria-expanded", "false");
    };

    function mark(number) {
        options[active]?.removeAttribute("aria-selected");
        active = number;
        const option = options[active];
        if (!option) return field().removeAttribute("aria-activedescendant");
        option.setAttribute("aria-selected", "true");
        field().setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
    }

    // Keys in the field.
    site.searchKey = function searchKey(event) {
        const last = options.length - 1;
        if (event.key === "ArrowDown" && panel().hidden) site.showResults();
        else if (event.key === "ArrowDown") mark(active >= last ? 0 : active + 1);
        else if (event.key === "ArrowUp") mark(active <= 0 ? last : active - 1);
        else if (event.key === "Enter" && options[active]) location.hash = options[active].getAttribute("href");
        else if (event.key === "Enter") location.hash = site.link.search(field().value.trim());
        else if (event.key === "Escape") return field().value === "" ? field().blur() : site.hideResults();
        else return;
        event.preventDefault();
        if (event.key !== "Enter") return;
        site.hideResults();
        // The page that comes gets the focus.
        field().blur();
    };

    // The page with all results.
    site.pages.search = async function search({ rest }) {
        await Promise.all(site.versions.map((version) => site.searchProperties(version)));
        const result = site.search(rest, site.versions, site.version);
        const sections = ordered(result).map(([kind, title]) => {
            const heading = `${title} (${result[kind].total.toLocaleString("en")})`;
            return site.section(
                kind,
                heading,
                site.some(result[kind], (found) => row(found), 25),
            );
        });
        const empty = sections.length === 0;
        return {
            title: `${rest} – search`,
            nodes: [
                site.heading("Search", rest),
                empty ? el("p", null, "Nothing is called so. Fewer letters find more.") : null,
                sections,
            ],
        };
    };
}
