"use strict";

// A call's page: what it needs, takes and returns.
{
  const { el } = site;
  const NOTES = { r: "one team, chat or the like", c: "for old programs" };

  // Alternatives of one rank, each one permission or several that are needed together.
  function choices(version, list) {
    return list.map(([mark, scopes]) => {
      const links = scopes.flatMap((scope, at) => [at === 0 ? null : el("span", { class: "and" }, " and "), site.permissionLink(version, scope)]);
      return el("li", { class: scopes.length > 1 ? "together" : null }, links, NOTES[mark] ? el("span", { class: "remark" }, ` ${NOTES[mark]}`) : null);
    });
  }

  function cells(version, support, hasLeast) {
    const across = hasLeast ? 2 : 1;
    if (support === null) return el("td", { colspan: across, class: "quiet" }, "The page does not say.");
    if (support === "no") return el("td", { colspan: across, class: "quiet" }, "Not supported");
    const least = support.filter(([mark]) => mark === "l");
    const rest = support.filter(([mark]) => mark !== "l");
    const list = (items) => (items.length > 0 ? el("ul", { class: "choices" }, choices(version, items)) : el("span", { class: "quiet" }, "–"));
    const label = least.length > 0 ? "Also enough" : "Enough (the page gives no order)";
    return [
      hasLeast ? el("td", { "data-label": "Least privileged", class: "least" }, list(least)) : null,
      el("td", { "data-label": label }, list(rest)),
    ];
  }

  // A permission table.
  function table(version, group) {
    const hasLeast = group.schemes.some((support) => Array.isArray(support) && support.some(([mark]) => mark === "l"));
    const heads = hasLeast ? ["Sign-in", "Least privileged", "Also enough"] : ["Sign-in", "Enough (the page gives no order)"];
    const rows = site.SCHEMES.map(({ name, how }, at) =>
      el("tr", null, el("th", { scope: "row" }, name, el("span", { class: "remark" }, how)), cells(version, group.schemes[at], hasLeast)),
    );
    return [
      group.label ? el("h3", null, group.label) : null,
      el("table", { class: "needs" }, el("thead", null, el("tr", null, heads.map((head) => el("th", { scope: "col" }, head)))), el("tbody", null, rows)),
      group.roles ? el("p", { class: "remark" }, "The signed-in user needs one of these roles: ", group.roles.join(", "), ".") : null,
      (group.notes ?? []).map((note) => site.prose(note, version, "prose remark")),
      group.pages ? el("p", { class: "remark" }, "From ", group.pages.join(", ")) : null,
    ];
  }

  function permissions(version, record, route) {
    const isFor = (group) => !group.routes || group.routes.includes(route.id);
    const own = record.permissions.filter(isFor);
    const together = (record.together ?? []).filter(isFor);
    const several = own.length > 1 ? el("p", { class: "note" }, "The page has several tables for this call. Unless you know which of them is about it, one permission of each is needed.") : null;
    const none = own.length === 0 ? el("p", { class: "quiet" }, "The page names no permissions for this call.") : null;
    const others = together.length > 0 ? el("details", { class: "fold" }, el("summary", null, "With the permissions of other pages about the same call"), el("div", { class: "inner" }, together.map((group) => table(version, group)))) : null;
    return site.section("permissions", "Permissions", several, none, own.map((group) => table(version, group)), others);
  }

  function clouds(list) {
    if (!list) return null;
    return site.section("clouds", "Clouds", el("ul", { class: "clouds" }, list.map(([name, there]) => el("li", { class: there ? "yes" : "no" }, el("span", { "aria-hidden": "true" }, there ? "✓" : "✗"), ` ${name}`, el("span", { class: "hidden" }, there ? ": works" : ": does not work")))));
  }

  function rows(index, record) {
    const SECTIONS = [["path", "In the path"], ["function", "In the parentheses"], ["query", "In the query"], ["body", "In the body"], ["property", "Properties of the body"]];
    return SECTIONS.map(([section, title]) => {
      const list = (record.parameters ?? []).filter((row) => row.section === section);
      return list.length > 0 ? [el("h3", null, title), site.propertyTable(index, list)] : null;
    });
  }

  function headers(version, list) {
    if (!list) return null;
    const line = ([name, required, value, words]) =>
      el("tr", null, el("th", { scope: "row" }, el("code", null, name), required ? el("span", { class: "tag" }, "required") : null), el("td", null, value ? el("p", null, el("code", null, value)) : null, site.text(words, version)));
    return [el("h3", null, "Headers"), el("table", { class: "plain-table" }, el("tbody", null, list.map(line)))];
  }

  function body(index, sent) {
    if (!sent) return null;
    if (sent.kind === "entity") return ["A ", site.typeLink(index, `${sent.coll ? "Collection(" : ""}${sent.type ?? "object"}${sent.coll ? ")" : ""}`), " as JSON"];
    return { parameters: "A JSON object with the parameters below", json: "JSON", binary: "Bytes", reference: sent.to ? `A reference to an object in /${sent.to}` : "A reference to an object" }[sent.kind];
  }

  function answer(index, { status, kind, type, coll, location }) {
    const what = kind === "value" ? site.typeLink(index, `${coll ? "Collection(" : ""}${type ?? "object"}${coll ? ")" : ""}`) : { nothing: "no body", json: "JSON", bytes: "bytes" }[kind];
    return el("li", null, status ? el("code", null, String(status)) : null, status ? " " : null, what, location ? ", with a Location header" : null);
  }

  function request(index, record, route) {
    const sent = body(index, route.body);
    const query = record.query ? el("p", null, "Query options: ", record.query.map((name, at) => [at === 0 ? null : ", ", el("code", null, name)])) : null;
    return site.section("request", "Request", sent ? el("p", null, "Body: ", sent, ".") : null, query, rows(index, record), headers(index.version, record.headers));
  }

  function response(index, route) {
    const { others, ...first } = route.response;
    return site.section("response", "Response", el("ul", { class: "answers" }, [first, ...(others ?? [])].map((one) => answer(index, one))));
  }

  function rust(route) {
    return route.rust ? site.section("rust", "In Rust", el("div", { class: "code" }, el("pre", null, el("code", null, `${route.rust}.await?`)), site.copy(`${route.rust}.await?`))) : null;
  }

  function elsewhere(index, record, route) {
    const others = record.routes.filter((other) => other !== route && other.call !== null && other.call !== route.call);
    return others.length > 0 ? site.section("elsewhere", "The same page documents", site.some(others, (other) => site.callLink(index, other.call))) : null;
  }

  // What one page says about the call.
  function page(index, record, call) {
    const { version } = index;
    const route = record.routes.find((one) => one.call === call) ?? record.routes[0];
    return [
      site.deprecated(record.deprecated, version),
      site.prose(record.description, version),
      permissions(version, record, route),
      clouds(record.clouds),
      request(index, record, route),
      response(index, route),
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
    if (number === undefined) return site.pages.unknown({ rest });
    const [, documented, operations] = index.calls[number];
    const records = await Promise.all(operations.map((at) => site.record(version, "operations", at)));
    const resource = records[0].resource;
    const about = resource === undefined ? null : [" · ", el("a", { href: site.link.typeNumber(version, resource) }, index.types[resource][0])];
    const pages = records.map((record, at) => [at === 0 ? null : el("hr"), at === 0 ? null : el("h2", { class: "also" }, `Another page: ${record.title}`), page(index, record, number)]);
    return {
      title: `${method} ${documented}`,
      nodes: [
        site.heading([`Call · ${version}`, about], [site.method(method), " ", el("span", { class: "path" }, site.breakable(documented))], el("p", { class: "lead" }, records[0].title)),
        pages,
      ],
    };
  };
}
