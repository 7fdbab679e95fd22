//! The runtime's sources, which every emitted crate carries.

/// `("path", text)` for each file below `generator/runtime`.
macro_rules! files {
    ($($path:literal,)*) => {
        &[$(($path, include_str!(concat!("../../runtime/", $path)))),*]
    };
}

/// Path below `src/runtime`, and text, in path order.
pub(crate) const FILES: &[(&str, &str)] = files![
    "client/answer.rs",
    "client/batch/mod.rs",
    "client/batch/run.rs",
    "client/batch/wire.rs",
    "client/builder.rs",
    "client/cloud.rs",
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
    "client/mod.rs",
    "client/paging.rs",
    "client/path.rs",
    "client/plan.rs",
    "client/policy.rs",
    "client/query.rs",
    "client/query_options.rs",
    "client/redirect.rs",
    "client/request.rs",
    "client/retry.rs",
    "client/send.rs",
    "client/timeout.rs",
    "client/upload/mod.rs",
    "client/upload/source.rs",
    "client/upload/status.rs",
    "edm/binary.rs",
    "edm/calendar.rs",
    "edm/date_time.rs",
    "edm/duration.rs",
    "edm/guid.rs",
    "edm/mod.rs",
    "edm/time.rs",
    "endpoint.rs",
    "mod.rs",
    "model/additional.rs",
    "model/capture.rs",
    "model/collection.rs",
    "model/compare.rs",
    "model/element.rs",
    "model/expanded.rs",
    "model/flags.rs",
    "model/json.rs",
    "model/macros.rs",
    "model/mod.rs",
    "model/object.rs",
    "model/payload.rs",
    "model/property.rs",
    "model/read.rs",
    "model/read_list.rs",
    "model/read_text.rs",
    "model/read_value.rs",
    "model/scalar.rs",
    "model/shared.rs",
    "model/slots.rs",
    "model/transcode.rs",
    "model/unknown.rs",
    "model/write.rs",
    "permissions.rs",
];

#[cfg(test)]
mod tests {
    use std::path::Path;

    #[test]
    fn every_file_of_the_runtime_is_listed() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime");
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
        let listed: Vec<&str> = super::FILES.iter().map(|(path, _)| *path).collect();
        assert_eq!(listed, found);
    }
}
