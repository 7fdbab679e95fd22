//! The sources of the crate `graph-runtime`, which every emitted crate carries as its module `runtime`.

use super::file::header;
use super::write::Files;
use std::collections::BTreeSet;

/// `("path", text)` for each file below `generator/runtime/src`.
macro_rules! files {
    ($($path:literal,)*) => {
        &[$(($path, include_str!(concat!("../../runtime/src/", $path)))),*]
    };
}

/// The files of the module, by their path in an emitted crate of this name.
///
/// With a base URL the global service is there.
pub(crate) fn files(crate_name: &str, base_url: Option<&str>) -> Files {
    let krate = crate_name.replace('-', "_");
    let header = header(&BTreeSet::new());
    let file = |(path, text): &(&str, &str)| {
        let path = if *path == "lib.rs" { "mod.rs" } else { path };
        let mut text = embedded(text, &krate);
        if let Some(base_url) = base_url.filter(|_| path == "endpoint.rs") {
            text = text.replace("\"https://graph.microsoft.com\"", &format!("{base_url:?}"));
        }
        (format!("src/runtime/{path}"), header.clone() + &text)
    };
    SOURCES.iter().map(file).collect()
}

/// A source as part of the module `runtime` of a crate: what was the root is that module, for the code and for the
/// examples in its documentation. Unit tests come last in a file and stay where they are.
fn embedded(text: &str, krate: &str) -> String {
    let text = text.split_once("\n#[cfg(test)]\n").map_or(text, |(code, _)| code);
    text.replace("crate::", "crate::runtime::")
        .replace("graph_runtime::", &format!("{krate}::runtime::"))
}

/// Path below the folder of sources, and text.
const SOURCES: &[(&str, &str)] = files![
    "client/batch/mod.rs",
    "client/batch/run.rs",
    "client/batch/wire.rs",
    "client/blocking.rs",
    "client/builder.rs",
    "client/cloud.rs",
    "client/collection_calls.rs",
    "client/connection.rs",
    "client/content.rs",
    "client/download.rs",
    "client/error.rs",
    "client/error_body.rs",
    "client/filter/literal.rs",
    "client/filter/mod.rs",
    "client/filter/operators.rs",
    "client/filter/path.rs",
    "client/http_date.rs",
    "client/link.rs",
    "client/mock/answer.rs",
    "client/mock/batch.rs",
    "client/mock/call.rs",
    "client/mock/context.rs",
    "client/mock/documented.rs",
    "client/mock/mod.rs",
    "client/mock/policy.rs",
    "client/mock/rule.rs",
    "client/mock/unexpected.rs",
    "client/mod.rs",
    "client/named.rs",
    "client/operation/mod.rs",
    "client/operation/status.rs",
    "client/paging.rs",
    "client/path.rs",
    "client/place.rs",
    "client/policy.rs",
    "client/prepared.rs",
    "client/query.rs",
    "client/query_options.rs",
    "client/redirect.rs",
    "client/reply.rs",
    "client/request.rs",
    "client/response.rs",
    "client/retry.rs",
    "client/send.rs",
    "client/shown.rs",
    "client/timeout.rs",
    "client/trace.rs",
    "client/upload/mod.rs",
    "client/upload/source.rs",
    "client/upload/status.rs",
    "edm/binary.rs",
    "edm/calendar.rs",
    "edm/date_time.rs",
    "edm/duration.rs",
    "edm/guid.rs",
    "edm/mod.rs",
    "edm/parse.rs",
    "edm/time_of_day.rs",
    "edm/with_chrono.rs",
    "edm/with_jiff.rs",
    "edm/with_time.rs",
    "endpoint.rs",
    "examples.rs",
    "lib.rs",
    "model/additional.rs",
    "model/base.rs",
    "model/build.rs",
    "model/capture.rs",
    "model/changes.rs",
    "model/collection.rs",
    "model/compare.rs",
    "model/element.rs",
    "model/expanded.rs",
    "model/flags.rs",
    "model/json.rs",
    "model/kind.rs",
    "model/macros.rs",
    "model/marks.rs",
    "model/mod.rs",
    "model/named.rs",
    "model/object.rs",
    "model/payload.rs",
    "model/property.rs",
    "model/queried.rs",
    "model/read.rs",
    "model/read_list.rs",
    "model/read_text.rs",
    "model/read_value.rs",
    "model/readable.rs",
    "model/reference.rs",
    "model/scalar.rs",
    "model/secret.rs",
    "model/shared.rs",
    "model/slots.rs",
    "model/transcode.rs",
    "model/unknown.rs",
    "model/write.rs",
    "permissions/mod.rs",
    "permissions/need.rs",
    "permissions/set.rs",
    "permissions/solve/mod.rs",
    "permissions/solve/reduce.rs",
    "permissions/solve/search.rs",
];

#[cfg(test)]
mod tests {
    use std::path::Path;

    #[test]
    fn the_root_becomes_the_module_and_tests_stay_behind() {
        let text = "//! ```\n//! use graph_runtime::Guid;\n//! ```\npub(crate) use crate::edm::Guid;\n\n#[cfg(test)]\nmod tests {}\n";
        assert_eq!(
            super::embedded(text, "yard"),
            "//! ```\n//! use yard::runtime::Guid;\n//! ```\npub(crate) use crate::runtime::edm::Guid;\n"
        );
    }

    #[test]
    fn every_file_of_the_runtime_is_listed() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime/src");
        let files = walkdir::WalkDir::new(&root)
            .sort_by_file_name()
            .into_iter()
            .filter_map(Result::ok);
        let files = files.filter(|entry| entry.file_type().is_file());
        let mut found: Vec<String> = files
            .map(|entry| {
                entry
                    .path()
                    .strip_prefix(&root)
                    .unwrap()
                    .to_string_lossy()
                    .replace('\\', "/")
            })
            .collect();
        found.sort();
        let listed: Vec<&str> = super::SOURCES.iter().map(|(path, _)| *path).collect();
        assert_eq!(listed, found);
    }
}
