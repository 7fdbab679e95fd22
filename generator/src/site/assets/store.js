"use strict";

// What the site knows. A page that was opened from a file may not fetch one, so every value is in a script that hands
// it over: `site.receive(key, value)`. A script is loaded when its value is wanted.
const site = {
    values: new Map(),
    waiting: new Map(),
    indices: new Map(),
    // The names of the versions, and the one that is looked at.
    versions: [],
    version: undefined,
    // What makes each kind of page: `{ title, nodes }`.
    pages: {},

    receive(key, value) {
        this.values.set(key, value);
    },

    // The value of `data/KEY.js`.
    load(key) {
        if (this.values.has(key)) return Promise.resolve(this.values.get(key));
        if (!this.waiting.has(key)) this.waiting.set(key, this.insert(key));
        return this.waiting.get(key);
    },

    insert(key) {
        return new Promise((resolve, reject) => {
            const script = document.createElement("script");
            script.src = `data/${key}.js`;
            script.charset = "utf-8";
            script.onload = () => resolve(this.values.get(key));
            script.onerror = () => {
                this.waiting.delete(key);
                script.remove();
                reject(
                    new Error(
                        `The file data/${key}.js is missing. Copy the whole folder of the site, or make it again.`,
                    ),
                );
            };
            document.head.append(script);
        });
    },

    // What search and all pages of a version need.
    async index(version) {
        const index = await this.load(`${version}/index`);
        if (!this.indices.has(version)) this.indices.set(version, complete(version, index));
        return this.indices.get(version);
    },

    // A record by its number: of an operation, a type or a permission.
    async record(version, kind, number) {
        const { starts } = await this.index(version);
        return this.packed(`${version}/${kind}`, starts[kind], number);
    },

    async packed(key, starts, number) {
        let shard = 0;
        while (shard + 1 < starts.length && starts[shard + 1] <= number) shard += 1;
        const records = await this.load(`${key}-${shard}`);
        return records[number - starts[shard]];
    },
};

// Adds what is found by name.
function complete(version, index) {
    const numbers = (names) => new Map(names.map((name, number) => [name, number]));
    return {
        ...index,
        version,
        typeNumbers: numbers(index.types.map(([name]) => name.toLowerCase())),
        permissionNumbers: numbers(index.permissions.map(([name]) => name.toLowerCase())),
        callNumbers: numbers(index.calls.map(([method, path]) => `${method} ${site.normal(path)}`)),
    };
}
