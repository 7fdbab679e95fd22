//! The call of a function as code in its docs, with the values of the page's own example.

use super::address;
use super::fit::{Case, fit};
use crate::emit::file::File;
use crate::emit::plan::{Body, Field, Function, HeaderValue, OperationPlan, ResolvedType, ReturnType};
use crate::model::{Example, ExampleKind, Piece, Primitive};
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

/// The longest line of code.
const WIDTH: usize = 90;

/// The most properties that an example sets.
const MOST: usize = 4;

/// The lines of docs; none where the name of the crate is not known.
pub(crate) fn lines(plan: &OperationPlan<'_>, function: &Function<'_>, file: &File<'_>) -> Vec<String> {
    let Some(krate) = file.krate else {
        return Vec::new();
    };
    let version = &file.version.module;
    let module = file.module.rsplit("::").next().unwrap_or_default();
    let shown = Shown::of(plan, function);
    let mut code = vec![
        format!("# async fn call(client: &{krate}::runtime::Client) -> Result<(), {krate}::runtime::Error> {{"),
        format!("use {krate}::{version}::{};", file.module),
    ];
    let body = body(plan, function, shown.body.as_ref(), file, krate);
    code.extend(body.iter().filter_map(|body| body.import.clone()));
    code.push(String::new());
    code.extend(body.iter().flat_map(|body| body.lines.clone()));
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
    code.extend(call(&format!("{start}{module}::{}", function.name), &arguments));
    code.extend(["# Ok(())".to_owned(), "# }".to_owned()]);
    let code = code.into_iter().map(|line| format!("/// {line}").trim_end().to_owned());
    let ends = |line: &str| std::iter::once(line.to_owned());
    ends("///")
        .chain(ends("/// ```no_run"))
        .chain(code)
        .chain(ends("/// ```"))
        .collect()
}

/// A call on one line, or with a line for each argument.
fn call(name: &str, arguments: &[String]) -> Vec<String> {
    let line = format!("{name}({}).await?;", arguments.join(", "));
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
    /// The first example of the function; if there is none, each value is the name of its placeholder.
    fn of(plan: &OperationPlan<'_>, function: &Function<'_>) -> Self {
        let requests = plan.operation.examples.iter();
        let mut requests = requests.filter(|example| example.kind == ExampleKind::Request);
        requests
            .find_map(|example| Self::read(function, example))
            .unwrap_or_else(|| {
                let pieces = function.route.path.pieces();
                let values = pieces.iter().filter_map(|piece| match piece {
                    Piece::Placeholder(name) => Some(sample(name)),
                    Piece::Literal(_) => None,
                });
                Self {
                    route: 0,
                    values: values.collect(),
                    query: String::new(),
                    body: None,
                }
            })
    }

    fn read(function: &Function<'_>, example: &Example) -> Option<Self> {
        let address = address::read(example.line.as_deref()?).ok()?;
        if example.method != Some(function.route.method) {
            return None;
        }
        let fits = |case: Case| {
            let routes = function.routes.iter().enumerate();
            let mut fits =
                routes.filter_map(|(at, located)| Some((at, fit(&located.route.path.pieces(), &address.path, case)?)));
            fits.next()
        };
        let (route, values) = fits(Case::Exact).or_else(|| fits(Case::Ignored))?;
        let body: Option<Value> = serde_json::from_str(&example.body).ok();
        Some(Self {
            route,
            values: values.iter().map(|value| sample(value)).collect(),
            query: address.query,
            body: body.and_then(|body| match body {
                Value::Object(members) => Some(members),
                _ => None,
            }),
        })
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

/// A value as an argument: what pages write in braces is a name. The request escapes the value, so the argument of
/// `/channels/19%3A56eb%40thread.skype` is `19:56eb@thread.skype`.
fn sample(value: &str) -> String {
    let value = percent_decode_str(value).decode_utf8_lossy();
    let name = value.trim_matches(|c: char| "{}<>".contains(c)).trim();
    if name.is_empty() {
        "id".to_owned()
    } else {
        name.replace(['\n', '\r'], " ")
    }
}

/// How the body of a call is made.
struct Made {
    import: Option<String>,
    lines: Vec<String>,
}

fn body(
    plan: &OperationPlan<'_>,
    function: &Function<'_>,
    shown: Option<&Map<String, Value>>,
    file: &File<'_>,
    krate: &str,
) -> Option<Made> {
    let line = |import: Option<String>, line: String| {
        Some(Made {
            import,
            lines: vec![line],
        })
    };
    let runtime = |name: &str| Some(format!("use {krate}::runtime::{name};"));
    match function.body {
        Body::None => None,
        Body::Binary => line(
            runtime("Content"),
            "let body = Content::binary(vec![1, 2, 3]);".to_owned(),
        ),
        Body::Json => line(runtime("Json"), "let body = Json::default();".to_owned()),
        Body::Reference => line(runtime("Reference"), r#"let body = Reference::id("id");"#.to_owned()),
        Body::Parameters => {
            let parameters = plan.parameters.as_ref()?;
            let import = format!(
                "use {krate}::{}::{}::{};",
                file.version.module, file.module, parameters.name
            );
            Some(object(import, &parameters.name, &parameters.fields, shown))
        }
        Body::Entity(resolved) => {
            let name = &file.version.emitted(resolved)?.name;
            let import = format!("use {krate}::{}::models::{name};", file.version.module);
            let fields = match resolved {
                ResolvedType::Type(id) => file.version.types.get(id).map_or(&[][..], |plan| &plan.fields),
                _ => &[],
            };
            Some(object(import, name, fields, shown))
        }
    }
}

/// An object with some of the properties that the page sets.
fn object(import: String, name: &str, fields: &[Field<'_>], shown: Option<&Map<String, Value>>) -> Made {
    let simple = shown.into_iter().flatten().filter_map(|(wire, value)| {
        let field = fields.iter().find(|field| field.wire == wire)?;
        Some(format!("body.{} = Some({});", field.name, literal(field, value)?))
    });
    let set: Vec<String> = simple.filter(|line| line.len() <= WIDTH).take(MOST).collect();
    let word = if set.is_empty() { "let" } else { "let mut" };
    let first = std::iter::once(format!("{word} body = {name}::default();"));
    Made {
        import: Some(import),
        lines: first.chain(set).collect(),
    }
}

/// A value as code, if it is a simple one and its field is always there.
fn literal(field: &Field<'_>, value: &Value) -> Option<String> {
    let simple = !field.collection && !field.navigation && field.gates.is_empty() && field.facets.deprecated.is_none();
    match (field.resolved, value) {
        _ if !simple => None,
        (ResolvedType::Primitive(Primitive::Boolean), Value::Bool(value)) => Some(value.to_string()),
        (ResolvedType::Primitive(Primitive::Byte | Primitive::Int16 | Primitive::Int32), Value::Number(number)) => {
            number
                .as_i64()
                .and_then(|number| i32::try_from(number).ok())
                .map(|number| number.to_string())
        }
        (ResolvedType::Primitive(Primitive::Int64), Value::Number(number)) => {
            number.as_i64().map(|number| number.to_string())
        }
        (
            ResolvedType::Primitive(
                Primitive::Json
                | Primitive::Boolean
                | Primitive::Byte
                | Primitive::Int16
                | Primitive::Int32
                | Primitive::Int64
                | Primitive::Decimal
                | Primitive::Double
                | Primitive::Single,
            ),
            _,
        ) => None,
        (ResolvedType::Primitive(_) | ResolvedType::Enum(_), Value::String(text)) => Some(format!("{text:?}.into()")),
        _ => None,
    }
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
