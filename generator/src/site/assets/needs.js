"use strict";

// What a call needs: permissions by sign-in, the least privileged ones apart.
{
    const { el } = site;
    const NOTES = { r: "one team, chat or the like", c: "for old programs" };

    // Alternatives of one rank, each one permission or several that are needed together.
    function choices(version, list) {
        return list.map(([mark, scopes]) => {
            const links = scopes.flatMap((scope, at) => [
                at === 0 ? null : el("span", { class: "and" }, " and "),
                site.permissionLink(version, scope),
            ]);
            return el(
                "li",
                { class: scopes.length > 1 ? "together" : null },
                links,
                NOTES[mark] ? el("span", { class: "remark" }, ` ${NOTES[mark]}`) : null,
            );
        });
    }

    function cells(version, support, hasLeast) {
        const across = hasLeast ? 2 : 1;
        if (support === null) return el("td", { colspan: across, class: "quiet" }, "The page does not say.");
        if (support === "no") return el("td", { colspan: across, class: "quiet" }, "Not supported");
        if (support === "none") return el("td", { colspan: across }, "No permission is needed.");
        const least = support.filter(([mark]) => mark === "l");
        const rest = support.filter(([mark]) => mark !== "l");
        const list = (items) =>
            items.length > 0
                ? el("ul", { class: "choices" }, choices(version, items))
                : el("span", { class: "quiet" }, "–");
        const label = least.length > 0 ? "Also enough" : "Enough (the page gives no order)";
        return [
            hasLeast ? el("td", { "data-label": "Least privileged", class: "least" }, list(least)) : null,
            el("td", { "data-label": label }, list(rest)),
        ];
    }

    // A permission table.
    function table(version, group) {
        const hasLeast = group.schemes.some(
            (support) => Array.isArray(support) && support.some(([mark]) => mark === "l"),
        );
        const heads = hasLeast
            ? ["Sign-in", "Least privileged", "Also enough"]
            : ["Sign-in", "Enough (the page gives no order)"];
        const rows = site.SCHEMES.map(({ name, how }, at) =>
            el(
                "tr",
                null,
                el("th", { scope: "row" }, name, el("span", { class: "remark" }, how)),
                cells(version, group.schemes[at], hasLeast),
            ),
        );
        return [
            group.label ? el("h3", null, group.label) : null,
            site.table("needs", heads, rows),
            group.roles
                ? el(
                      "p",
                      { class: "remark" },
                      "The signed-in user needs one of these roles: ",
                      group.roles.join(", "),
                      ".",
                  )
                : null,
            (group.notes ?? []).map((note) => site.prose(note, version, "prose remark")),
            group.pages ? el("p", { class: "remark" }, "From ", group.pages.join(", ")) : null,
        ];
    }

    // What one page says that a call needs.
    site.needs = function needs(version, record, route) {
        const isFor = (group) => !group.routes || group.routes.includes(route.id);
        const own = record.permissions.filter(isFor);
        const together = (record.together ?? []).filter(isFor);
        const several =
            own.length > 1
                ? el(
                      "p",
                      { class: "note" },
                      "The page has several tables for this call. ",
                      "Unless you know which of them is about it, one permission of each is needed.",
                  )
                : null;
        const none =
            own.length === 0 ? el("p", { class: "quiet" }, "The page names no permissions for this call.") : null;
        const others =
            together.length > 0
                ? el(
                      "details",
                      { class: "fold" },
                      el("summary", null, "With the permissions of other pages about the same call"),
                      el(
                          "div",
                          { class: "inner" },
                          together.map((group) => table(version, group)),
                      ),
                  )
                : null;
        return site.section(
            "permissions",
            "Permissions",
            several,
            none,
            own.map((group) => table(version, group)),
            others,
        );
    };
}
