//! The table of modules in `ARCHITECTURE.md`.

use super::tree;

/// A row: the module, and the modules that it may use.
pub(crate) struct Module {
    pub(crate) name: String,
    pub(crate) may_use: Vec<String>,
}

/// The rows in the order of the document.
pub(crate) fn modules() -> Vec<Module> {
    let modules = parse(&tree::read(&tree::root().join("ARCHITECTURE.md")));
    assert!(!modules.is_empty(), "ARCHITECTURE.md has no table of modules");
    modules
}

/// The files and folders below `generator/src` that the table "Where to look" names.
pub(crate) fn places() -> Vec<String> {
    let text = tree::read(&tree::root().join("ARCHITECTURE.md"));
    let table = text
        .lines()
        .skip_while(|line| !line.starts_with("| question |"))
        .skip(2);
    let rows = table.take_while(|line| line.starts_with('|'));
    let places: Vec<String> = rows
        .flat_map(|row| in_backticks(row.rsplit('|').nth(1).unwrap_or("")))
        .collect();
    assert!(!places.is_empty(), "ARCHITECTURE.md has no table of places");
    places
}

/// The rows below the header `| module | what it does | may use |`.
fn parse(text: &str) -> Vec<Module> {
    let table = text.lines().skip_while(|line| !line.starts_with("| module |")).skip(2);
    table.take_while(|line| line.starts_with('|')).map(row).collect()
}

fn row(line: &str) -> Module {
    let cells: Vec<&str> = line.trim_matches('|').split('|').collect();
    let [name, _, may_use] = cells.as_slice() else {
        panic!("not a row of three cells: {line}");
    };
    let names = in_backticks(name);
    assert_eq!(names.len(), 1, "not one module in the first cell: {line}");
    Module {
        name: names.concat(),
        may_use: in_backticks(may_use),
    }
}

fn in_backticks(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn a_row_names_a_module_and_what_it_may_use() {
    let text = "| folder |\n| --- |\n| `a` |\n\n| module | what it does | may use |\n| --- | --- | --- |\n\
                | `page` | reads `x` | `docs`, `model` |\n| `model` | knows | nothing |\n\nEnd | of | it\n";
    let rows: Vec<String> = parse(text)
        .iter()
        .map(|module| format!("{} -> {}", module.name, module.may_use.join(" ")))
        .collect();
    assert_eq!(rows, ["page -> docs model", "model -> "]);
}
