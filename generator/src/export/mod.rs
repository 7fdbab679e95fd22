//! The model as JSON, the stable interface for other tools.
//!
//! One version is one object, the JSON form of a [`Schema`]. Several are `{"versions": [...]}`,
//! sorted by version. A service with another base URL than Graph has it as `baseUrl`, and pages of another site have its
//! address as `site` (empty if nobody knows it). The bytes depend on the pages alone.

mod file;
mod read;

pub use file::{replace, to_file};
pub use read::from_json;

use crate::model::{Model, Schema};
use serde::Serialize;
use std::io::{self, BufWriter, Write};

/// Writes the JSON and a final line end.
pub fn to_writer(model: &Model, writer: &mut dyn Write) -> io::Result<()> {
    #[derive(Serialize)]
    struct Versions<'a> {
        versions: &'a [Schema],
    }
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Elsewhere<'a, T> {
        base_url: &'a str,
        #[serde(flatten)]
        schemas: T,
    }
    // Most of what is written is a sign or two; a buffer of a known type takes them without a call.
    let mut writer = BufWriter::with_capacity(1 << 16, writer);
    match (model.schemas.as_slice(), model.base_url.as_deref()) {
        ([schema], Some(base_url)) => serde_json::to_writer(
            &mut writer,
            &Elsewhere {
                base_url,
                schemas: schema,
            },
        )?,
        (versions, Some(base_url)) => {
            let schemas = Versions { versions };
            serde_json::to_writer(&mut writer, &Elsewhere { base_url, schemas })?;
        }
        ([schema], None) => serde_json::to_writer(&mut writer, schema)?,
        (versions, None) => serde_json::to_writer(&mut writer, &Versions { versions })?,
    }
    writer.write_all(b"\n")?;
    writer.flush()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Version;

    fn exported(versions: &[&str]) -> String {
        let schema = |version: &&str| Schema {
            version: Version((*version).to_owned()),
            site: None,
            types: Vec::new(),
            enums: Vec::new(),
            operations: Vec::new(),
        };
        let model = Model {
            schemas: versions.iter().map(schema).collect(),
            ..Model::default()
        };
        let mut bytes = Vec::new();
        to_writer(&model, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn what_is_written_reads_back() {
        for versions in [&["beta"][..], &["beta", "v1.0"], &[]] {
            let text = exported(versions);
            let model = from_json(&text).unwrap();
            let mut again = Vec::new();
            to_writer(&model, &mut again).unwrap();
            assert_eq!(String::from_utf8(again).unwrap(), text);
        }
        assert!(from_json("{\"types\": []}").is_err());
        assert!(from_json("[]").is_err());
    }

    /// Older exports have no body and no response of each route; they serve as a baseline all the same.
    #[test]
    fn an_older_export_is_read() {
        let text = |route: &str, status: &str, type_name: &str| {
            format!(
                r#"{{"version":"beta","types":[],"enums":[],"undocumentedTypes":[],"inlineEnums":[],"operations":[{{
                "file":"api/kettle-boil.md","origin":{{"file":"api/kettle-boil.md","line":1,"column":1}},
                "namespace":"microsoft.graph","title":"kettle: boil","area":"kitchen","resource":"kettle","action":"boil",
                "description":"","routes":[{{"method":"{route}","origin":{{"file":"api/kettle-boil.md","line":4,"column":1}}}}],
                "permissions":[],"params":[],"requestBody":{{"kind":"entity","type":"microsoft.graph.water","coll":false}},
                "response":{{"status":{status},"type":{type_name},"coll":false,"from":"text"}},
                "query":[],"headers":[],"clouds":null,"examples":[],"deprecated":null}}]}}"#
            )
        };
        let read = |route: &str, status: &str, type_name: &str| {
            let model = from_json(&text(route, status, type_name)).unwrap();
            let route = &model.schemas[0].operations[0].routes[0];
            format!(
                "sends {}, returns {:?} {}",
                route.body, route.response.status, route.response.body
            )
        };
        let post = r#"POST","path":"/kettles/{id}/boil"#;
        let get = r#"GET","path":"/kettles/{id}"#;
        let shown = [
            read(post, "200", r#""microsoft.graph.steam""#),
            read(post, "204", "null"),
            read(get, "null", r#""Edm.Stream""#),
            read(get, "200", "null"),
        ];
        insta::assert_snapshot!(shown.join("\n"), @r"
        sends microsoft.graph.water, returns Some(200) microsoft.graph.steam
        sends microsoft.graph.water, returns Some(204) nothing
        sends nothing, returns None bytes
        sends nothing, returns Some(200) JSON
        ");
    }

    #[test]
    fn one_version_is_one_object_and_several_are_a_list() {
        insta::assert_snapshot!(exported(&["beta"]), @r#"{"version":"beta","types":[],"enums":[],"operations":[],"undocumentedTypes":[],"inlineEnums":[]}"#);
        insta::assert_snapshot!(exported(&["beta", "v1.0"]), @r#"{"versions":[{"version":"beta","types":[],"enums":[],"operations":[],"undocumentedTypes":[],"inlineEnums":[]},{"version":"v1.0","types":[],"enums":[],"operations":[],"undocumentedTypes":[],"inlineEnums":[]}]}"#);
        insta::assert_snapshot!(exported(&[]), @r#"{"versions":[]}"#);
    }
}
