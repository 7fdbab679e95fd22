"use strict";

// What a call sends and returns.
{
    const { el } = site;

    // A type as typeLink reads it.
    const reference = ({ type, coll }) => (coll ? `Collection(${type ?? "object"})` : (type ?? "object"));

    function rows(index, record) {
        const SECTIONS = [
            ["path", "In the path"],
            ["function", "In the parentheses"],
            ["query", "In the query"],
            ["body", "In the body"],
            ["property", "Properties of the body"],
        ];
        return SECTIONS.map(([section, title]) => {
            const list = (record.parameters ?? []).filter((row) => row.section === section);
            return list.length > 0 ? [el("h3", null, title), site.propertyTable(index, list)] : null;
        });
    }

    function headers(version, list) {
        if (!list) return null;
        const line = ([name, required, value, words]) =>
            el(
                "tr",
                null,
                el(
                    "th",
                    { scope: "row" },
                    el("code", null, name),
                    required ? el("span", { class: "tag" }, "required") : null,
                ),
                el(
                    "td",
                    null,
                    value && value !== words ? el("p", null, el("code", null, value)) : null,
                    site.text(words, version),
                ),
            );
        return [el("h3", null, "Headers"), site.table("plain-table", [], list.map(line))];
    }

    function body(index, sent) {
        if (!sent) return null;
        if (sent.kind === "entity") return ["A ", site.typeLink(index, reference(sent)), " as JSON"];
        return {
            parameters: "A JSON object with the parameters below",
            json: "JSON",
            binary: "Bytes",
            reference: sent.to ? `A reference to an object in /${sent.to}` : "A reference to an object",
        }[sent.kind];
    }

    function answer(index, { status, kind, type, coll, location }) {
        const what =
            kind === "value"
                ? site.typeLink(index, reference({ type, coll }))
                : { nothing: "no body", json: "JSON", bytes: "bytes" }[kind];
        return el(
            "li",
            null,
            status ? el("code", null, String(status)) : null,
            status ? " " : null,
            what,
            location ? ", with a Location header" : null,
        );
    }

    site.request = function request(index, record, route) {
        const sent = body(index, route.body);
        const query = record.query
            ? el(
                  "p",
                  null,
                  "Query options: ",
                  record.query.map((name, at) => [at === 0 ? null : ", ", el("code", null, name)]),
              )
            : null;
        return site.section(
            "request",
            "Request",
            sent ? el("p", null, "Body: ", sent, ".") : null,
            query,
            rows(index, record),
            headers(index.version, record.headers),
        );
    };

    site.response = function response(index, route) {
        const { others, ...first } = route.response;
        return site.section(
            "response",
            "Response",
            el(
                "ul",
                { class: "answers" },
                [first, ...(others ?? [])].map((one) => answer(index, one)),
            ),
        );
    };
}
