//! Pages are text of others: whatever stands in them never becomes markup or script of the site.

use crate::browser::Browser;
use crate::folder::Site;
use serde_json::json;

const TRAP: &str = "<img src=x onerror=\"window.caught=1\"><script>window.caught=1</script><b onclick=\"window.caught=1\">b</b> \
                    [go](javascript:window.caught=1) </script><style>body{display:none}</style>";

fn trapped() -> Vec<(String, String)> {
    let kettle = format!(
        "# kettle resource type\n\nNamespace: microsoft.graph\n\nHolds {TRAP} water.\n\n## Properties\n\
         |Property|Type|Description|\n|:---|:---|:---|\n|id|String|{TRAP}|\n|li\"><img src=x onerror=window.caught=1>|String|The name.|\n"
    );
    let get = format!(
        "# Get kettle {TRAP}\n\nNamespace: microsoft.graph\n\n{TRAP}\n\n## Permissions\n|Permission type|Permissions|\n|:---|:---|\n\
         |Delegated (work or school account)|Kitchen.Read|\n\n## HTTP request\n```http\nGET /kettles/{{<img src=x onerror=window.caught=1>}}\n```\n\n\
         ## Request headers\n|Name|Description|\n|:---|:---|\n|<script>window.caught=1</script>|{TRAP}|\n\n\
         ## Example\n### Response\n```http\nHTTP/1.1 200 OK\n\n{{\"a\": \"</script><script>window.caught=1</script>\"}}\n```\n"
    );
    vec![
        ("v1.0/resources/kettle.md".to_owned(), kettle),
        ("v1.0/api/kettle-get.md".to_owned(), get),
    ]
}

#[test]
fn markup_of_a_page_is_never_markup_of_the_site() {
    let Some(mut browser) = Browser::start() else { return };
    let pages = trapped();
    let pages: Vec<(&str, &str)> = pages
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let site = Site::of(&pages);
    site.run(&[
        "--docs",
        "docs",
        "--out",
        "site",
        "--title",
        "</title><script>window.caught=1</script>",
    ]);
    let mut visited = 0;
    for page in [
        "#/",
        "#/v1.0/type/kettle",
        "#/v1.0/calls",
        "#/search/<img src=x onerror=window.caught=1>",
        "#/v1.0/<b>/c",
    ] {
        browser.open(&site.url(page));
        visited += 1;
        let calls = "[...document.querySelectorAll('main a[href*=\"/call/\"]')].map(it => it.href).join('\\n')";
        for call in browser.text(calls).lines() {
            browser.open(call);
            visited += 1;
            no_markup(&mut browser);
        }
        browser.open(&site.url(page));
        no_markup(&mut browser);
    }
    assert!(visited > 5, "no call was visited");
    let kept = browser.text("document.title");
    assert!(kept.contains("</title><script>window.caught=1</script>"), "{kept}");
    assert_eq!(browser.complaints(), [] as [String; 0]);
}

fn no_markup(browser: &mut Browser) {
    assert_eq!(browser.value("window.caught ?? null"), json!(null));
    let foreign = "document.querySelectorAll('img, style, iframe, body script:not([src]), [onclick], [onerror], a[href^=\"javascript:\"]').length";
    assert_eq!(browser.value(foreign), json!(0));
}
