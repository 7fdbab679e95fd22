//! The call of a function as code in its docs, with the values of the page's own example.

mod bodies;
mod code;
mod value;

pub(crate) use bodies::Page;

use super::body as sent;
use crate::emit::file::File;
use crate::emit::lines::Lines;
use crate::emit::plan::{Body, Function, HeaderValue, OperationPlan, ResolvedType, ReturnType};
use crate::model::{Example, Piece};
use code::{Code, WIDTH};
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};
use value::Writer;

/// The lines of docs; none where the name of the crate is not known.
pub(crate) fn lines(page: &Page<'_, '_>, at: usize, file: &File<'_>, lines: &mut Lines<'_>) {
    let (Some(krate), Some(function)) = (file.krate, page.plan.functions.get(at)) else {
        return;
    };
    let version = &file.version.module;
    let module = file.module.rsplit("::").next().unwrap_or_default();
    let shown = Shown::of(page, at, function);
    lines.blank();
    lines.doc("```no_run");
    lines.line([
        "/// # async fn call(client: &",
        krate,
        "::runtime::Client) -> Result<(), ",
        krate,
        "::runtime::Error> {",
    ]);
    lines.line(["/// use ", krate, "::", version, "::", file.module, ";"]);
    let body = body(page.plan, function, shown.body.as_ref(), file, krate);
    let mut push = |line: &String| lines.doc(line.trim_end());
    body.iter().flat_map(|body| &body.imports).for_each(&mut push);
    push(&String::new());
    body.iter().flat_map(|body| &body.lines).for_each(&mut push);
    let mut arguments = vec!["client".to_owned()];
    arguments.extend(shown.arguments(function, file, module));
    arguments.extend(body.map(|_| match function.body {
        Body::Binary => "body".to_owned(),
        _ => "&body".to_owned(),
    }));
    let start = if matches!(function.returns, ReturnType::Empty) {
        ""
    } else {
        "let reply = "
    };
    call(&[start, module, "::", &function.name].concat(), &arguments)
        .iter()
        .for_each(push);
    for end in ["# Ok(())", "# }", "```"] {
        lines.doc(end);
    }
}

/// A call on one line, or with a line for each argument.
fn call(name: &str, arguments: &[String]) -> Vec<String> {
    let line = [name, "(", &arguments.join(", "), ").await?;"].concat();
    if line.len() <= WIDTH {
        return vec![line];
    }
    let middle = arguments.iter().map(|argument| format!("    {argument},"));
    let first = std::iter::once(format!("{name}("));
    first.chain(middle).chain([").await?;".to_owned()]).collect()
}

/// What an example of the page says about a call.
struct Shown {
    /// The route, by its index.
    route: usize,
    /// Values of the placeholders in its path.
    values: Vec<String>,
    /// The query as written.
    query: String,
    /// The body, if it is an object.
    body: Option<Map<String, Value>>,
}

impl Shown {
    /// The first example of the function; if there is none, each value is the name of its placeholder, and the body that of
    /// another call.
    fn of(page: &Page<'_, '_>, at: usize, function: &Function<'_>) -> Self {
        if let Some((request, made)) = page.calls().of_function(at).next() {
            return Self {
                route: made.route,
                values: made.values.iter().map(|value| sample(value)).collect(),
                query: request
                    .address
                    .as_ref()
                    .map_or_else(String::new, |address| address.query.clone()),
                body: body_of(request.example),
            };
        }
        let pieces = function.route.path.pieces();
        let values = pieces.iter().filter_map(|piece| match piece {
            Piece::Placeholder(name) => Some(sample(name)),
            Piece::Literal(_) => None,
        });
        Self {
            route: 0,
            values: values.collect(),
            query: String::new(),
            body: page.sent_by_another(function).cloned(),
        }
    }

    /// The arguments between the client and the body.
    fn arguments(&self, function: &Function<'_>, file: &File<'_>, module: &str) -> Vec<String> {
        let text = |value: &str| format!("{value:?}");
        let value = |at: usize, name: &str| self.values.get(at).map_or_else(|| text(name), |value| text(value));
        let mut arguments = Vec::new();
        let mut taken = 0;
        let place = function.placed.as_ref().and_then(|placed| {
            let plan = file.places.get(placed.places)?;
            Some((plan, plan.constructors.get(*placed.constructors.get(self.route)?)?))
        });
        if let Some((plan, constructor)) = place {
            taken = constructor.parameters.len();
            let values = constructor.parameters.iter().enumerate();
            let values: Vec<String> = values.map(|(at, name)| value(at, name)).collect();
            arguments.push(format!(
                "{module}::{}::{}({})",
                plan.name,
                constructor.name,
                values.join(", ")
            ));
        }
        let rest = function.path_parameters.iter().enumerate();
        arguments.extend(rest.map(|(at, name)| value(taken + at, name)));
        arguments.extend(function.query.iter().flat_map(|option| {
            let whole =
                option.parameters.len() == 1 && option.template.starts_with('{') && option.template.ends_with('}');
            let mut pairs = self.query.split('&').filter_map(|pair| pair.split_once('='));
            let found = pairs
                .find(|(name, _)| whole && *name == option.name)
                .map(|(_, value)| sample(value));
            option
                .parameters
                .iter()
                .map(move |name| text(found.as_deref().unwrap_or(name)))
        }));
        arguments.extend(function.headers.iter().filter_map(|header| match &header.value {
            HeaderValue::Parameter(name) => Some(text(name)),
            HeaderValue::Fixed(_) => None,
        }));
        arguments
    }
}

/// The object that a request sends, or the first one of a list.
fn body_of(example: &Example) -> Option<Map<String, Value>> {
    let (sent::Body::Json(text) | sent::Body::Repaired(text)) = sent::of(example) else {
        return None;
    };
    match serde_json::from_str(&text).ok()? {
        Value::Object(members) => Some(members),
        Value::Array(items) => items.into_iter().find_map(|item| match item {
            Value::Object(members) => Some(members),
            _ => None,
        }),
        _ => None,
    }
}

/// A value as an argument: what pages write in braces is a name. The request escapes the value, so the argument of
/// `/channels/19%3A56eb%40thread.skype` is `19:56eb@thread.skype`.
fn sample(value: &str) -> String {
    let value = percent_decode_str(value).decode_utf8_lossy();
    // `https://../users/{id}` is no name as a whole.
    let is_name = value.starts_with(['{', '<']) || !value.contains(['{', '<']);
    let marks = |c: char| is_name && "{}<>".contains(c);
    let name = value.trim_matches(marks).trim();
    if name.is_empty() {
        "id".to_owned()
    } else {
        name.replace(['\n', '\r'], " ")
    }
}

/// How the body of a call is made.
struct Made {
    imports: Vec<String>,
    lines: Vec<String>,
}

impl Made {
    /// `let body = ..;`
    fn of(imports: Vec<String>, code: &Code) -> Self {
        Self {
            imports,
            lines: code.clone().between("let body = ", "").lines(0, ";"),
        }
    }
}

fn body(
    plan: &OperationPlan<'_>,
    function: &Function<'_>,
    shown: Option<&Map<String, Value>>,
    file: &File<'_>,
    krate: &str,
) -> Option<Made> {
    let runtime = |name: &str, code: &str| {
        let import = format!("use {krate}::runtime::{name};");
        Some(Made::of(vec![import], &Code::Line(code.to_owned())))
    };
    match function.body {
        Body::None | Body::Empty => None,
        Body::Binary => runtime("Content", "Content::binary(vec![1, 2, 3])"),
        Body::Json => runtime("Json", "Json::default()"),
        Body::Reference => runtime("Reference", &format!("Reference::id({:?})", referred(shown))),
        Body::Parameters => {
            let parameters = plan.parameters.as_ref()?;
            let mut writer = Writer::new(file.version);
            let code = writer.object(&parameters.name, &parameters.fields, shown.unwrap_or(&Map::new()), 0);
            let module = &file.version.module;
            let import = format!("use {krate}::{module}::{}::{};", file.module, parameters.name);
            let imports = std::iter::once(import).chain(models(&writer, file, krate)).collect();
            Some(Made::of(imports, &code))
        }
        Body::Entity(resolved) => entity(resolved, shown.unwrap_or(&Map::new()), ["", ""], file, krate),
        Body::Entities(resolved) => entity(resolved, shown.unwrap_or(&Map::new()), ["[", "]"], file, krate),
    }
}

/// An object of a type, or of the kind that the example names, with what stands around it.
fn entity(
    resolved: ResolvedType,
    shown: &Map<String, Value>,
    [open, close]: [&str; 2],
    file: &File<'_>,
    krate: &str,
) -> Option<Made> {
    let name = &file.version.emitted(resolved)?.name;
    let mut writer = Writer::new(file.version);
    let made = writer.named(resolved, shown, 0);
    let made = made.filter(|code| matches!(code, Code::Parts { .. }));
    let code = match (made, resolved) {
        (Some(code), ResolvedType::Any(_)) => code.between(&format!("{name}::from("), ")"),
        (Some(code), _) => code,
        (None, _) => {
            writer.names.clear();
            Code::Line(format!("{name}::default()"))
        }
    };
    writer.names.insert(name.clone());
    Some(Made::of(models(&writer, file, krate), &code.between(open, close)))
}

/// The import of the types in the code.
fn models(writer: &Writer<'_, '_>, file: &File<'_>, krate: &str) -> Vec<String> {
    let names: Vec<&str> = writer.names.iter().map(String::as_str).collect();
    let start = format!("use {krate}::{}::models::", file.version.module);
    let line = match names.as_slice() {
        [] => return Vec::new(),
        [one] => format!("{start}{one};"),
        several => format!("{start}{{{}}};", several.join(", ")),
    };
    if line.len() <= WIDTH || names.len() == 1 {
        return vec![line];
    }
    let parts = names.iter().map(|name| Code::Line((*name).to_owned())).collect();
    let (open, close) = (start + "{", "}".to_owned());
    Code::Parts { open, parts, close }.lines(0, ";")
}

/// The id of the object that a body refers to.
fn referred(shown: Option<&Map<String, Value>>) -> String {
    let link = shown.and_then(|shown| shown.get("@odata.id")).and_then(Value::as_str);
    link.and_then(|link| link.rsplit('/').next())
        .map_or_else(|| "id".to_owned(), sample)
}

#[cfg(test)]
mod tests {
    use super::sample;

    #[test]
    fn arguments_are_values_before_escaping() {
        let shown = ["19%3A56eb%40thread.skype", "{user-id}", "100%", "a%2Fb"].map(sample);
        assert_eq!(shown, ["19:56eb@thread.skype", "user-id", "100%", "a/b"]);
    }
}
