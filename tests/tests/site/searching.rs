//! Search, with nothing but keys.

use crate::browser::Browser;
use crate::folder::{KETTLE, Site};
use serde_json::json;

#[test]
fn a_permission_is_found_and_opened_by_keys() {
    let Some(mut browser) = Browser::start() else { return };
    let site = Site::of(KETTLE);
    browser.open(&site.url(""));
    browser.press("/");
    assert_eq!(browser.text("document.activeElement.id"), "query");
    browser.press("kitchen");
    assert_eq!(
        browser
            .text("[...document.querySelectorAll('#found [role=option] .name')].map(it => it.textContent).join(' ')"),
        "Kitchen.Read Kitchen.Read.All Kitchen.ReadWrite /kitchens/{id}/kettles/{id}"
    );
    browser.press("ArrowDown");
    browser.press("ArrowDown");
    let chosen = "document.getElementById(document.getElementById('query').getAttribute('aria-activedescendant'))";
    assert_eq!(
        browser.text(&format!("{chosen}.querySelector('.name').textContent")),
        "Kitchen.ReadWrite"
    );
    browser.press("Enter");
    browser.wait("document.querySelector('h1').textContent === 'Kitchen.ReadWrite'");
    assert_eq!(browser.text("location.hash"), "#/v1.0/permission/Kitchen.ReadWrite");
    // The page has the focus, so that the next key scrolls it and the next tab is its first link.
    assert_eq!(browser.text("document.activeElement.id"), "main");
    assert_eq!(browser.complaints(), [] as [String; 0]);
}

#[test]
fn everything_that_has_a_name_is_found() {
    let Some(mut browser) = Browser::start() else { return };
    let site = Site::of(KETTLE);
    browser.open(&site.url(""));
    for (query, first) in [
        ("litres", "#/v1.0/type/kettle/litres"),
        ("Kettle", "#/v1.0/type/kettle"),
        ("get kettle", "#/v1.0/call/GET/kitchens/{id}/kettles/{id}"),
        (
            "/kitchens/7/kettles/8?$select=id",
            "#/v1.0/call/GET/kitchens/{id}/kettles/{id}",
        ),
        (
            "https://graph.microsoft.com/v1.0/kitchens/7/kettles/8",
            "#/v1.0/call/GET/kitchens/{id}/kettles/{id}",
        ),
        ("nothing at all", ""),
    ] {
        let script = format!(
            "document.getElementById('query').value = {}; site.showResults(); \
             document.querySelector('#found [role=option]')?.getAttribute('href') ?? ''",
            json!(query)
        );
        assert_eq!(browser.text(&script), first, "{query}");
    }
    let empty = browser.text("document.getElementById('found').textContent");
    assert_eq!(empty, "Nothing is called “nothing at all”. Fewer letters find more.");
}
