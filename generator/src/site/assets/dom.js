"use strict";

// Elements. Text of pages only ever becomes text nodes; there is no way here to make elements of a string.

// el("a", { href: "#/", class: "home" }, "text", [more, nodes], null)
site.el = function el(tag, properties, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(properties ?? {})) {
        if (value === undefined || value === null || value === false) continue;
        if (typeof value === "function") node.addEventListener(name.slice(2), value);
        else node.setAttribute(name, value === true ? "" : value);
    }
    node.append(
        ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
    );
    return node;
};

{
    const { el } = site;
    const TAGS = new Set([
        "p",
        "h4",
        "blockquote",
        "ol",
        "ul",
        "li",
        "table",
        "thead",
        "tr",
        "td",
        "em",
        "strong",
        "del",
        "pre",
        "code",
        "br",
        "span",
    ]);

    // The text of a page, as the generator hands it over: text, or a list of nodes `[tag, ..children]`.
    site.text = function text(nodes, version) {
        if (typeof nodes === "string") return nodes;
        if (!Array.isArray(nodes)) return null;
        return nodes.map((node) => (typeof node === "string" ? node : element(node, version)));
    };

    function element([tag, ...rest], version) {
        const children = (nodes) => site.text(nodes, version);
        if (tag === "a") return el("a", outward(rest[0]), children(rest.slice(1)));
        if (tag === "type") return el("a", { href: site.link.typeNumber(version, rest[0]) }, children(rest.slice(1)));
        if (tag === "call") return el("a", { href: site.link.callNumber(version, rest[0]) }, children(rest.slice(1)));
        if (tag === "table") return el("div", { class: "wide" }, el("table", null, children(rest)));
        return el(TAGS.has(tag) ? tag : "span", null, children(rest));
    }

    // Attributes of a link that leaves the site. A script is no link.
    function outward(url) {
        const safe = /^(https?:|mailto:)/i.test(url);
        return safe ? { href: url, rel: "noopener noreferrer", target: "_blank" } : {};
    }
    site.outward = outward;

    // A block of text with one paragraph at least.
    site.prose = function prose(nodes, version, name = "prose") {
        if (nodes === "" || nodes === undefined || nodes === null) return null;
        const inner = typeof nodes === "string" ? el("p", null, nodes) : site.text(nodes, version);
        return el("div", { class: name }, inner);
    };

    // A name that may break at its dots, slashes and capitals.
    site.breakable = function breakable(name) {
        const parts = name.split(/(?<=[/.=(,])|(?<=[a-z])(?=[A-Z])/);
        return parts.flatMap((part, at) => (at === 0 ? [part] : [el("wbr"), part]));
    };

    site.count = (number, one, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

    // Tells people who listen what has changed.
    site.say = function say(words) {
        document.getElementById("status").textContent = words;
    };
}
