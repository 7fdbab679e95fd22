//! The types of places: one constructor for each documented path.

use crate::emit::code::{fits, push_quoted};
use crate::emit::docs;
use crate::emit::file::File;
use crate::emit::link;
use crate::emit::plan::{Constructor, PlacePlan};

/// Adds a type of places.
pub(crate) fn push(plan: &PlacePlan, file: &mut File<'_>) {
    let gate = file.gate(&plan.areas).with_client();
    let what = if plan.on_many { "collection" } else { "object" };
    let name = &plan.name;
    let mut preface = vec![
        format!("/// Where the {what} of a call is: a documented path and the values in it."),
        "///".to_owned(),
        "/// Not every call is documented at every place; the docs of the functions say where. A call at another place is".to_owned(),
        "/// refused before it is sent, unless it is [`undocumented`](rt::Request::undocumented). A place that no page".to_owned(),
        format!("/// documents is `{name}(Place::new(..))`."),
    ];
    let gate = gate.lines(file.areas);
    preface.extend(gate.iter().cloned());
    let mut code = file.prefaces.put_line(preface);
    code.push_str(&format!("pub struct {name}<'a>(pub rt::Place<'a>);"));
    let item = file.prefaces.lay_out_lines(&code);
    file.push(item);
    let gate: String = gate.iter().map(|line| format!("{line}\n")).collect();
    file.push(format!("{gate}rt::place_impls!({name});"));
    let mut code = gate;
    code.push_str(&format!("impl<'a> {name}<'a> {{\n"));
    let constructors = plan
        .constructors
        .iter()
        .map(|constructor| self::constructor(name, constructor, file));
    code.push_str(&constructors.collect::<Vec<_>>().join("\n\n"));
    code.push_str("\n}");
    file.push(code);
}

fn constructor(name: &str, constructor: &Constructor, file: &File<'_>) -> String {
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
    [
        "    /// ",
        &path,
        "\n    // ",
        &origin,
        "\n",
        &head,
        "\n",
        &body,
        "\n    }",
    ]
    .concat()
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
