"use strict";

// Documented examples: a request and its response.
{
    const { el } = site;

    // JSON with its keys, texts and other values told apart. What is no JSON stays as it is.
    function coloured(text) {
        const parts = [];
        const TOKEN = /("(?:[^"\\\n]|\\.)*")(\s*:)?|\b(?:true|false|null|-?\d+(?:\.\d+)?)\b/g;
        let end = 0;
        for (const match of text.matchAll(TOKEN)) {
            parts.push(text.slice(end, match.index));
            const kind = match[2] !== undefined ? "k" : match[1] !== undefined ? "s" : "n";
            parts.push(el("span", { class: `token-${kind}` }, match[1] ?? match[0]), match[2] ?? "");
            end = match.index + match[0].length;
        }
        return [...parts, text.slice(end)];
    }

    function message({ kind, line, status, headers, body }) {
        const first = kind === "request" ? line : status ? `HTTP ${status}` : null;
        const lines = [first, ...(headers ?? []).map(([name, value]) => `${name}: ${value}`)]
            .filter(Boolean)
            .join("\n");
        const isJson = /^\s*[[{]/.test(body ?? "");
        const whole = [lines, body].filter(Boolean).join("\n\n");
        if (whole === "") return null;
        return el(
            "div",
            { class: "code" },
            el("p", { class: "side" }, kind === "request" ? "Request" : "Response"),
            el(
                "pre",
                { tabindex: "0" },
                el(
                    "code",
                    null,
                    lines ? el("span", { class: "head" }, lines) : null,
                    body ? [lines ? "\n\n" : "", isJson ? coloured(body) : body] : null,
                ),
            ),
            site.copy(whole),
        );
    }

    site.examples = function examples({ examples: list }) {
        if (!list) return null;
        return site.section("examples", list.length > 2 ? "Examples" : "Example", list.map(message));
    };
}
