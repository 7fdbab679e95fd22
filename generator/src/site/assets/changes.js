"use strict";

// What changed since the baseline, permissions first.
{
  const { el } = site;
  const MOST = 500;
  const IMPACTS = [["breaking", "Breaking"], ["additive", "Additive"], ["docs", "Docs"]];

  async function records({ starts }) {
    const shards = await Promise.all(starts.map((_, number) => site.load(`changes-${number}`)));
    return shards.flat();
  }

  const short = (text) => text.replaceAll("microsoft.graph.", "");

  // The page of the item, if this site has one.
  function link({ version, target, kind, name }) {
    const index = site.indices.get(version);
    const type = target.replace(/^microsoft\.graph\./, "").toLowerCase();
    if (index?.typeNumbers.has(type)) return site.link.type(version, index.types[index.typeNumbers.get(type)][0], kind === "property" ? name : undefined);
    const call = (name.match(/^[A-Z]+ \/\S*/) ?? target.match(/^[A-Z]+ \/\S*/))?.[0];
    if (!call) return null;
    const [method, path] = call.split(" ");
    return index?.callNumbers.has(`${method} ${site.normal(path)}`) ? site.link.call(version, method, path) : null;
  }

  function values({ action, before, after }) {
    if (before === undefined && after === undefined) return null;
    const value = (text, tag) => (text === undefined ? null : el(tag, null, short(text)));
    return el("p", { class: "values" }, value(before, "del"), before !== undefined && after !== undefined ? " → " : null, action === "removed" ? null : value(after, "ins"));
  }

  function row(change) {
    const href = link(change);
    const owner = short(change.target);
    const name = change.name === change.target ? owner : `${owner} / ${short(change.name)}`;
    return el(
      "div",
      { class: "change" },
      el("span", { class: `tag ${change.impact}` }, change.impact),
      el("div", null, el("p", null, href ? el("a", { href }, site.breakable(name)) : el("span", null, site.breakable(name)), el("span", { class: "remark" }, ` ${change.id.replaceAll("-", " ")} · ${change.version}`)), values(change)),
    );
  }

  function groups(list) {
    const of = (kind) => list.filter((change) => (change.kind === "permission") === kind);
    const parts = [["permission-changes", "Permissions", of(true)]];
    for (const [impact, title] of IMPACTS) parts.push([impact, title, of(false).filter((change) => change.impact === impact)]);
    return parts.map(([id, title, rows]) => {
      if (rows.length === 0) return null;
      const cut = rows.length > MOST ? el("p", { class: "remark" }, `The first ${MOST} of ${rows.length.toLocaleString("en")}. Filter to see the others.`) : null;
      return site.section(id, `${title} (${rows.length.toLocaleString("en")})`, cut, site.some(rows.slice(0, MOST), row, 50));
    });
  }

  site.pages.changes = async function changes() {
    const { changes: overview } = await site.load("site");
    if (!overview) return site.pages.unknown({ rest: "changes" });
    const [list] = await Promise.all([records(overview), ...site.versions.map((version) => site.index(version))]);
    const out = el("div");
    const state = { version: "all", words: "" };
    const keeps = (change) => (state.version === "all" || change.version === state.version) && `${change.target} ${change.name} ${change.before ?? ""} ${change.after ?? ""}`.toLowerCase().includes(state.words);
    const draw = () => {
      const kept = list.filter(keeps);
      out.replaceChildren(...groups(kept).filter(Boolean));
      site.say(site.count(kept.length, "change"));
    };
    draw();
    const field = el("input", { type: "search", class: "filter", "aria-label": "Filter the changes", placeholder: "Filter by name or value" });
    field.addEventListener("input", () => {
      state.words = field.value.trim().toLowerCase();
      draw();
    });
    const { summary } = overview;
    return {
      title: "Changes",
      nodes: [
        site.heading("Since the baseline", "Changes", el("p", { class: "lead" }, summary.semver === "none" ? "Nothing has changed." : `${site.count(summary.breaking, "breaking change")}, ${summary.additive.toLocaleString("en")} additive, ${summary.docs.toLocaleString("en")} of documentation. The verdict for the emitted crate is ${summary.semver}.`)),
        el("div", { class: "filters" }, site.choices("Version", [["all", "All"], ...site.versions.map((name) => [name, name])], "all", (value) => {
          state.version = value;
          draw();
        }), field),
        out,
      ],
    };
  };
}
