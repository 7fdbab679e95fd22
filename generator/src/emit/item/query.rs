//! Query options that a documented route carries.

use crate::emit::plan::QueryValue;
use percent_encoding::percent_decode_str;
use std::borrow::Cow;

/// The call that adds a documented query option.
pub(super) fn option(value: &QueryValue<'_>) -> String {
    let name = value.name;
    if value.parameters.is_empty() {
        let text = decoded(value.template);
        return format!(".query({name:?}, {text:?})");
    }
    let (format, arguments) = format(value);
    match arguments.as_slice() {
        [one] if format == "{}" => format!(".query({name:?}, {one})"),
        _ => format!(".query({name:?}, &format!({format:?}, {}))", arguments.join(", ")),
    }
}

/// A value with placeholders as a format string and its arguments. Inside quotes a quote is doubled, as `OData`
/// requires.
fn format(value: &QueryValue<'_>) -> (String, Vec<String>) {
    let mut format = String::new();
    let mut arguments = Vec::new();
    let mut rest = value.template;
    for parameter in &value.parameters {
        let Some((before, after)) = rest.split_once('{') else {
            break;
        };
        format.push_str(&decoded(before).replace('}', "}}"));
        let is_quoted = format.matches('\'').count() % 2 == 1;
        arguments.push(if is_quoted {
            format!(r#"{parameter}.replace('\'', "''")"#)
        } else {
            parameter.clone()
        });
        format.push_str("{}");
        rest = after.split_once('}').map_or("", |(_, tail)| tail);
    }
    format.push_str(&decoded(rest).replace('{', "{{").replace('}', "}}"));
    (format, arguments)
}

/// Decodes percent signs: some pages write `$filter=id%20eq%20'{id}'`, and the request encodes the value again.
fn decoded(text: &str) -> String {
    let decoded = percent_decode_str(text).decode_utf8();
    decoded.map_or_else(|_| text.to_owned(), Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(template: &str, parameters: &[&str]) -> String {
        let value = QueryValue {
            name: "$filter",
            template,
            parameters: parameters.iter().map(|name| (*name).to_owned()).collect(),
        };
        option(&value)
    }

    #[test]
    fn documented_values_are_encoded_once() {
        insta::assert_snapshot!(shown("id%20eq%20'{id}'", &["id"]), @r#".query("$filter", &format!("id eq '{}'", id.replace('\'', "''")))"#);
        insta::assert_snapshot!(decoded("a%20eq%20'x'"), @"a eq 'x'");
        insta::assert_snapshot!(decoded("100% of %zz and %c3%a9"), @"100% of %zz and é");
        assert_eq!(decoded("%ff"), "%ff");
    }
}
