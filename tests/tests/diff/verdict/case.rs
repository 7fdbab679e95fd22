//! A case, and the pages that it is made of.

/// A change of pages, and a program written against the state before.
pub(super) struct Case {
    pub(super) name: &'static str,
    /// Whether the change breaks the program.
    pub(super) breaks: bool,
    /// Pages that both sides have.
    pages: &'static [Page],
    /// A page of the state before, and the same page after; empty for none.
    edited: [Page; 2],
    pub(super) program: &'static str,
}

/// What a page is about, its name, and its rows or lines.
pub(super) type Page = (Kind, &'static str, &'static str);

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// Rows of a table of properties.
    Type,
    /// The same in another area.
    OtherArea,
    /// The same with a base type, whose name comes first.
    Derived,
    /// Rows of a table of members.
    Enum,
    /// Rows of a table of members that can be combined.
    Flags,
    /// Route lines; the name is that of the page.
    Call,
    /// A route line, then rows of a table of body parameters.
    Action,
    /// A route line, then the body of the response that the page shows. The words say that the type of the page's name
    /// comes back.
    Shown,
    /// No page.
    None,
}

use Kind::{Action, Call, Derived, Enum, Flags, None, OtherArea, Shown, Type};

pub(super) const NOTHING: Page = (None, "", "");

/// A docs root has at least one page.
const ALWAYS: Page = (Type, "post", "|id|String|N.|");

impl Case {
    pub(super) fn before(&self) -> Vec<(String, String)> {
        self.pages
            .iter()
            .chain([&ALWAYS, &self.edited[0]])
            .filter_map(file)
            .collect()
    }

    pub(super) fn after(&self) -> Vec<(String, String)> {
        self.pages
            .iter()
            .chain([&ALWAYS, &self.edited[1]])
            .filter_map(file)
            .collect()
    }
}

/// The path and text of a page.
fn file((kind, name, rows): &Page) -> Option<(String, String)> {
    let area = if *kind == OtherArea { "cellar" } else { "yard" };
    let head = format!("---\nms.subservice: \"{area}\"\n---\n");
    let (base, rows) = match kind {
        Derived => rows.split_once(' ').unwrap(),
        _ => ("", *rows),
    };
    let inherits = if base.is_empty() {
        String::new()
    } else {
        format!("Inherits from [{base}]({base}.md).\n\n")
    };
    let properties = format!("{inherits}## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n{rows}\n");
    let stem = name.to_ascii_lowercase();
    let resource = |text: String| Some((format!("beta/resources/{stem}.md"), text));
    let call = |text: String| Some((format!("beta/api/{stem}.md"), text));
    match kind {
        Type | OtherArea | Derived => resource(format!("{head}# {name} resource type\n\n{properties}")),
        Enum => resource(format!(
            "{head}# {name} enum type\n\n## Members\n|Member|Value|\n|:---|:---|\n{rows}\n"
        )),
        Flags => resource(format!(
            "{head}# {name} enum type\n\nThis is a multi-valued enumeration.\n\n## Members\n|Member|Value|\n|:---|:---|\n{rows}\n"
        )),
        Call => call(format!(
            "{head}# {name}\n\n## HTTP request\n```http\n{rows}\n```\n\n## Response\n`204 No Content`\n"
        )),
        Action => {
            let (route, rows) = rows.split_once('\n').unwrap();
            let table = format!("|Parameter|Type|Description|\n|:---|:---|:---|\n{rows}");
            call(format!(
                "{head}# {name}\n\n## HTTP request\n```http\n{route}\n```\n\n## Request body\n{table}\n\n## Response\n`204 No Content`\n"
            ))
        }
        Shown => {
            let (route, shown) = rows.split_once('\n').unwrap();
            let returned = stem.split('-').next().unwrap();
            call(format!(
                "{head}# {name}\n\n## HTTP request\n```http\n{route}\n```\n\n## Response\nReturns `200 OK` and a [{returned}](../resources/{returned}.md) object.\n\n\
                 ## Example\n### Response\n```http\nHTTP/1.1 200 OK\n\n{shown}\n```\n"
            ))
        }
        None => Option::None,
    }
}

pub(super) const fn breaking(
    name: &'static str,
    pages: &'static [Page],
    edited: [Page; 2],
    program: &'static str,
) -> Case {
    Case {
        name,
        breaks: true,
        pages,
        edited,
        program,
    }
}

pub(super) const fn harmless(
    name: &'static str,
    pages: &'static [Page],
    edited: [Page; 2],
    program: &'static str,
) -> Case {
    Case {
        name,
        breaks: false,
        pages,
        edited,
        program,
    }
}
