use super::files;
use crate::model::{Model, Schema, Version};

fn model() -> Model {
    let schema = |name: &str| Schema {
        version: Version(name.to_owned()),
        site: None,
        types: Vec::new(),
        enums: Vec::new(),
        operations: Vec::new(),
    };
    Model {
        schemas: vec![schema("beta"), schema("v1.0")],
        ..Model::default()
    }
}

#[test]
fn a_title_is_text_in_the_page_and_in_the_script() {
    let files = files(&model(), None, "A & B </title><script>");
    let page = files.get("index.html").unwrap();
    assert!(
        page.contains("<title>A &amp; B &lt;/title&gt;&lt;script&gt;</title>"),
        "{page}"
    );
    assert!(!page.contains("{{"), "{page}");
    let site = files.get("data/site.js").unwrap();
    assert!(site.contains(r#""title":"A & B </title><script>""#), "{site}");
}

#[test]
fn the_page_loads_every_script_and_nothing_of_others() {
    let files = files(&model(), None, "A");
    let page = files.get("index.html").unwrap();
    for path in files.keys().filter(|path| path.starts_with("assets/")) {
        assert!(page.contains(&format!("\"{path}\"")), "{path}");
    }
    for (path, text) in files.iter().filter(|(path, _)| path.starts_with("assets/")) {
        for maker in [
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "fetch(",
            "import ",
        ] {
            assert!(!text.contains(maker), "{path}: {maker}");
        }
    }
    let addresses = page.matches("http").count();
    assert_eq!(addresses, 1, "only `http-equiv`: {page}");
}
