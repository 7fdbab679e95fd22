"use strict";

// Ties the pages to the address, the keys and the switches.
{
    const { el } = site;
    const main = document.getElementById("main");
    const field = document.getElementById("query");
    let drawn = 0;

    // Settings stay where the browser allows it; for files some do not.
    const remembered = (name) => {
        try {
            return localStorage.getItem(name);
        } catch {
            return null;
        }
    };
    const remember = (name, value) => {
        try {
            localStorage.setItem(name, value);
        } catch {
            // The next visit begins anew.
        }
    };

    // Draws the page of the address.
    async function draw() {
        const turn = (drawn += 1);
        const address = site.parse(location.hash);
        if (address.version) site.version = address.version;
        site.hideResults();
        drawVersions(address);
        let page;
        try {
            const make = Object.hasOwn(site.pages, address.page) ? site.pages[address.page] : site.pages.unknown;
            page = await make(address);
        } catch (error) {
            page = {
                title: "Error",
                nodes: [site.heading("Error", "This page cannot be shown"), el("p", null, error.message)],
            };
        }
        // A slower page that nobody waits for any more is thrown away.
        if (turn !== drawn) return;
        show(page, turn);
    }

    function show({ title, nodes }, turn) {
        const { title: name } = site.values.get("site");
        document.title = title === name ? name : `${title} – ${name}`;
        main.replaceChildren(el("article", null, nodes));
        const chosen = main.querySelector(".chosen");
        if (chosen) chosen.scrollIntoView({ block: "center" });
        else window.scrollTo(0, 0);
        // The first page leaves the focus alone, so that the field can be used at once.
        if (turn > 1 && document.activeElement !== field) main.focus({ preventScroll: true });
        site.say(title);
        document.documentElement.dataset.ready = String(turn);
    }

    // The same page in each version, or its list where it has no such item.
    function drawVersions({ page, rest }) {
        const nav = document.getElementById("versions");
        const kept = page === "home" || page === "search" || page === "changes" || page === "unknown";
        const links = site.versions.map((version) => {
            const href = kept ? `#/${version}/calls` : `#/${version}/${page}${rest ? `/${rest}` : ""}`;
            return el("a", { href, "aria-current": !kept && version === site.version ? "true" : null }, version);
        });
        nav.replaceChildren(...links);
    }

    const THEMES = ["auto", "light", "dark"];

    function setTheme(theme) {
        document.documentElement.dataset.theme = theme;
        const button = document.getElementById("theme");
        button.textContent = { auto: "◐", light: "☀", dark: "☾" }[theme];
        button.setAttribute("aria-label", `Colours: ${theme === "auto" ? "as the system" : theme}`);
        button.title = button.getAttribute("aria-label");
    }

    function nextTheme() {
        const now = document.documentElement.dataset.theme;
        const theme = THEMES[(THEMES.indexOf(now) + 1) % THEMES.length];
        setTheme(theme);
        remember("theme", theme);
    }

    // Loads what search needs, properties last.
    async function prepare() {
        await Promise.all(site.versions.map((version) => site.searchable(version)));
        if (field.value.trim() !== "" && document.activeElement === field) site.showResults();
        await Promise.all(site.versions.map((version) => site.searchProperties(version)));
        document.documentElement.dataset.searchable = "yes";
        if (field.value.trim() !== "" && document.activeElement === field) site.showResults();
    }

    function keys(event) {
        const typing = /^(input|textarea|select)$/i.test(event.target.tagName);
        if (typing || event.ctrlKey || event.metaKey || event.altKey || event.key !== "/") return;
        event.preventDefault();
        field.focus();
        field.select();
    }

    async function start() {
        const { versions } = await site.load("site");
        site.versions = versions.map((version) => version.name);
        // The stable version is what most people look for.
        site.version = site.versions.find((name) => /^v/.test(name)) ?? site.versions[0];
        field.addEventListener("input", site.showResults);
        field.addEventListener("keydown", site.searchKey);
        field.addEventListener("focus", () => field.value.trim() !== "" && site.showResults());
        document.addEventListener("click", (event) => !event.target.closest(".search") && site.hideResults());
        document.addEventListener("keydown", keys);
        document.querySelector(".skip").addEventListener("click", (event) => {
            event.preventDefault();
            main.focus();
        });
        window.addEventListener("hashchange", draw);
        await draw();
        await prepare();
    }

    setTheme(THEMES.includes(remembered("theme")) ? remembered("theme") : "auto");
    document.getElementById("theme").addEventListener("click", nextTheme);
    start().catch((error) => main.replaceChildren(el("p", { class: "note" }, error.message)));
}
