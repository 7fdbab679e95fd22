//! The pages of the site.

use crate::browser::Browser;
use crate::folder::{KETTLE, Site};
use serde_json::json;

/// The rows of a table, cells between bars.
fn rows(browser: &mut Browser, table: &str) -> String {
    let cells =
        "[...row.cells].map(cell => [...cell.childNodes].map(it => it.textContent).join(' ').trim()).join(' | ')";
    browser.text(&format!(
        "[...document.querySelectorAll('{table} tr')].map(row => {cells}).join('\\n')"
    ))
}

#[test]
fn a_call_says_what_it_needs() {
    let Some(mut browser) = Browser::start() else { return };
    let site = Site::of(KETTLE);
    browser.open(&site.url("#/v1.0/call/GET/kitchens/{id}/kettles/{id}"));
    insta::assert_snapshot!(rows(&mut browser, ".needs"), @"
    Sign-in | Least privileged | Also enough
    Work or school account delegated | Kitchen.Read | Kitchen.ReadWrite
    Personal account delegated | Not supported
    Application no user | Kitchen.Read.All and House.Enter | –
    ");
    let rust = browser.text("document.querySelector('#rust pre').textContent");
    insta::assert_snapshot!(rust, @"v1_0::kettle::get(&client, kitchen_id, kettle_id, if_match).await?");
    let examples =
        browser.text("[...document.querySelectorAll('#examples pre')].map(it => it.textContent).join('\\n---\\n')");
    insta::assert_snapshot!(examples, @r#"
    GET https://graph.microsoft.com/v1.0/kitchens/1/kettles/2
    ---
    HTTP 200
    Content-type: application/json

    {"id": "2", "litres": 3}
    "#);
    let headings = browser.text("[...document.querySelectorAll('h1, h2')].map(it => it.textContent).join(', ')");
    insta::assert_snapshot!(headings, @"GET /kitchens/{id}/kettles/{id}, Permissions, Request, Response, In Rust, Example");
}

#[test]
fn a_permission_says_what_it_opens() {
    let Some(mut browser) = Browser::start() else { return };
    let site = Site::of(KETTLE);
    browser.open(&site.url("#/v1.0/permission/kitchen.read"));
    insta::assert_snapshot!(rows(&mut browser, ".summary"), @"
    Sign-in | Least privileged for | Also enough for | Only in part
    Work or school account | 1 call | 0 calls | 0 calls
    Personal account | 0 calls | 0 calls | 0 calls
    Application | 0 calls | 0 calls | 0 calls
    ");
    insta::assert_snapshot!(rows(&mut browser, ".opens"), @"
    Call | Work | Personal | App
    GET/kitchens/{id}/kettles/{id}Get kettle | least | – not named | – not named
    ");
    browser.open(&site.url("#/v1.0/permission/House.Enter"));
    insta::assert_snapshot!(rows(&mut browser, ".opens"), @"
    Call | Work | Personal | App
    GET/kitchens/{id}/kettles/{id}Get kettle | – not named | – not named | with others
    ");
}

#[test]
fn a_type_shows_the_property_of_the_link() {
    let Some(mut browser) = Browser::start() else { return };
    let site = Site::of(KETTLE);
    browser.open(&site.url("#/v1.0/type/microsoft.graph.kettle/litres"));
    insta::assert_snapshot!(rows(&mut browser, "#properties"), @"
    Name | Type | Meaning
    id | String | The id. Read-only. read-only
    litres | Int32 | How much it holds.
    ");
    assert_eq!(
        browser.text("document.querySelector('.chosen code').textContent"),
        "litres"
    );
}

/// Follows every link for a second; the next call goes on. Tells which pages are lost, too wide, or have something without a
/// name.
const CRAWL: &str = "(async () => {
    const crawl = window.crawl ??= { seen: new Set(['#/']), waiting: ['#/'], lost: [], wide: [], unnamed: [] };
    const start = performance.now();
    while (crawl.waiting.length > 0 && performance.now() - start < 1000) {
        const hash = crawl.waiting.pop();
        const before = document.documentElement.dataset.ready;
        if (location.hash !== hash) {
            location.hash = hash;
            while (document.documentElement.dataset.ready === before) await new Promise(done => setTimeout(done));
        }
        document.querySelectorAll('details').forEach(it => { it.open = true; });
        await new Promise(done => setTimeout(done));
        if (/not found|cannot be shown/i.test(document.querySelector('h1').textContent)) crawl.lost.push(hash);
        if (document.documentElement.scrollWidth > innerWidth) crawl.wide.push(hash);
        if (document.querySelectorAll('h1').length !== 1) crawl.unnamed.push(hash);
        for (const it of document.querySelectorAll('a, button, input')) {
            if (!(it.textContent.trim() || it.getAttribute('aria-label') || it.labels?.length)) crawl.unnamed.push(hash);
        }
        for (const { hash: next } of document.querySelectorAll('main a[href^=\"#/\"]')) {
            if (!crawl.seen.has(next)) { crawl.seen.add(next); crawl.waiting.push(next); }
        }
    }
    return { ...crawl, pages: crawl.seen.size };
})()";

#[test]
fn every_link_leads_to_a_page_that_fits_on_a_phone() {
    let Some(mut browser) = Browser::start() else { return };
    let site = Site::of_docs_src();
    browser.resize(390, 844);
    browser.open(&site.url("#/"));
    let mut found = browser.value(CRAWL);
    while found["waiting"] != json!([]) {
        found = browser.value(CRAWL);
    }
    for kind in ["lost", "wide", "unnamed"] {
        assert_eq!(found[kind], json!([]), "{kind}");
    }
    assert!(found["pages"].as_u64() > Some(200), "{found}");
    assert_eq!(browser.complaints(), [] as [String; 0]);
}

#[test]
fn colours_follow_the_system_until_the_switch_says_otherwise() {
    let Some(mut browser) = Browser::start() else { return };
    let site = Site::of(KETTLE);
    let back = "getComputedStyle(document.body).backgroundColor";
    let mut seen = Vec::new();
    for (system, presses) in [("light", 0), ("dark", 0), ("dark", 1), ("light", 1)] {
        browser.prefer(system);
        browser.open(&site.url(""));
        browser.value("document.documentElement.dataset.theme = 'auto'");
        for _ in 0..presses {
            browser.value("document.getElementById('theme').click()");
        }
        seen.push(browser.text(back));
    }
    let [light, dark, switched, same] = seen.as_slice() else {
        panic!()
    };
    assert_ne!(light, dark);
    // The first press chooses light.
    assert_eq!([switched, same], [light, light]);
}
