"use strict";

// Addresses. All are behind the `#`, so that they work from a file: `#/v1.0/call/GET/users/{id}`.
{
    // What would end an address or change it on its way; braces stay readable.
    const encode = (text) => text.replace(/[%#\s"<>`\\^]/g, (letter) => encodeURIComponent(letter));

    const decode = (text) => {
        try {
            return decodeURIComponent(text);
        } catch {
            return text;
        }
    };

    // What two spellings of a path have in common.
    site.normal = (path) =>
        path
            .toLowerCase()
            .replace(/\{[^}]*\}/g, "{}")
            .replaceAll("'", "")
            .replace(/\/+$/, "");

    const index = (version) => site.indices.get(version);

    site.link = {
        home: "#/",
        permission: (version, name) => `#/${version}/permission/${encode(name)}`,
        call: (version, method, path) => `#/${version}/call/${method}${encode(path)}`,
        type: (version, name, property) =>
            `#/${version}/type/${encode(name)}${property === undefined ? "" : `/${encode(property)}`}`,
        list: (version, what) => `#/${version}/${what}`,
        search: (query) => `#/search/${encode(query)}`,

        callNumber(version, number) {
            const call = index(version)?.calls[number];
            return call ? this.call(version, call[0], call[1]) : this.home;
        },

        typeNumber(version, number) {
            const type = index(version)?.types[number];
            return type ? this.type(version, type[0]) : this.home;
        },
    };

    // The parts of an address: `{ page, version, rest }`.
    site.parse = function parse(hash) {
        const text = decode(hash.replace(/^#\/?/, ""));
        const [first, second, ...rest] = text.split("/");
        if (first === "") return { page: "home" };
        if (first === "search") return { page: "search", rest: text.slice("search/".length) };
        if (!site.versions.includes(first)) return { page: first === "changes" ? "changes" : "unknown", rest: text };
        return { page: second ?? "calls", version: first, rest: rest.join("/") };
    };
}
