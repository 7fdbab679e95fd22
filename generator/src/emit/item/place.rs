//! The types of places: one constructor for each documented path.

use crate::emit::code::{Item, fits, push_quoted};
use crate::emit::docs;
use crate::emit::file::File;
use crate::emit::link;
use crate::emit::plan::{Constructor, PlacePlan};

/// Adds a type of places.
pub(crate) fn push(plan: &PlacePlan, file: &mut File<'_>) {
    let gate = file.gate(&plan.areas).with_client();
    let what = if plan.on_many { "collection" } else { "object" };
    let name = plan.name.as_str();
    let mut item = file.begin();
    item.above(0, |lines| {
        lines.line(["/// Where the ", what, " of a call is: a documented path and the values in it."]);
        lines.blank();
        lines.doc("Not every call is documented at every place; the docs of the functions say where. A call at another place is");
        lines.doc("refused before it is sent, unless it is [`undocumented`](rt::Request::undocumented). A place that no page");
        lines.line(["/// documents is `", name, "(Place::new(..))`."]);
        lines.gate(&gate, file.areas);
    });
    item.code(["pub struct ", name, "<'a>(pub rt::Place<'a>);"]);
    file.end(item.laid_out());
    let mut item = file.begin();
    item.above(0, |lines| lines.gate(&gate, file.areas));
    item.code(["rt::place_impls!(", name, ");"]);
    file.end(item.into_text());
    let mut item = file.begin();
    item.above(0, |lines| lines.gate(&gate, file.areas));
    item.code(["impl<'a> ", name, "<'a> {\n"]);
    for (at, own) in plan.constructors.iter().enumerate() {
        item.code([if at > 0 { "\n\n" } else { "" }]);
        constructor(name, own, file, &mut item);
    }
    item.code(["\n}"]);
    file.end(item.into_text());
}

fn constructor(name: &str, constructor: &Constructor, file: &File<'_>, item: &mut Item) {
    let Constructor {
        name: own,
        parameters,
        path,
        origin,
    } = constructor;
    let origin = link::place(origin, &file.version.schema.version);
    let typed: Vec<String> = parameters
        .iter()
        .map(|parameter| [parameter.as_str(), ": &'a str"].concat())
        .collect();
    let mut head = ["    pub const fn ", own, "(", &typed.join(", "), ") -> Self {"].concat();
    if !fits(&head) {
        let lines: String = typed
            .iter()
            .map(|parameter| format!("        {parameter},\n"))
            .collect();
        head = format!("    pub const fn {own}(\n{lines}    ) -> Self {{");
    }
    let values = values(parameters);
    let mut place = "rt::Place::new(".to_owned();
    push_quoted(&mut place, path);
    place.extend([", ", &values, ")"]);
    let mut body = ["        ", name, "(", &place, ")"].concat();
    if !fits(&body) {
        body = ["        ", name, "(\n            ", &place, ",\n        )"].concat();
    }
    let path = docs::code(path);
    item.code([
        "    /// ",
        &path,
        "\n    // ",
        &origin,
        "\n",
        &head,
        "\n",
        &body,
        "\n    }",
    ]);
}

/// The values of a path.
pub(crate) fn values(names: &[String]) -> String {
    match names {
        [] => "rt::NO_VALUES".to_owned(),
        names => ["&[", &names.join(", "), "]"].concat(),
    }
}

/// A link to a constructor in docs.
pub(crate) fn link(plan: &PlacePlan, constructor: &Constructor) -> String {
    format!("[`{}`]({}::{})", constructor.name, plan.name, constructor.name)
}
