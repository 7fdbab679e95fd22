//! Module names: of versions, areas and resources.

use super::ident;
use crate::model::{Area, DEFAULT_NAMESPACE, Operation, QualifiedName, Version};

/// Features of the emitted crate that are not areas.
const RESERVED_FEATURES: &[&str] = &[
    "blocking", "chrono", "client", "default", "full", "jiff", "runtime", "testing", "time", "tracing",
];

/// Names of devices, which Windows refuses as names of files and folders, with any extension. Its superscript digits
/// (`COM¹`) are never part of a module name.
fn is_device(name: &str) -> bool {
    let port = name.strip_prefix("com").or_else(|| name.strip_prefix("lpt"));
    let is_port = port.is_some_and(|number| matches!(number.as_bytes(), [b'0'..=b'9']));
    is_port || matches!(name, "aux" | "con" | "conin" | "conout" | "nul" | "prn")
}

/// The module of a version that has all its types side by side.
pub(crate) const FLAT: &str = "models";

/// The module of a module that has its endpoints.
pub(crate) const ENDPOINTS: &str = "endpoints";

/// Longest module name; file systems allow 255 bytes for a file name.
const LONGEST: usize = 120;

/// `v1.0` -> `v1_0`.
pub(crate) fn version(version: &Version) -> String {
    match ident::snake(&version.0).as_str() {
        "runtime" => "runtime_".to_owned(),
        other => limited(other.to_owned()),
    }
}

/// The cargo feature of an area.
pub(crate) fn area(area: &Area) -> String {
    let name = ident::snake(&area.0);
    if RESERVED_FEATURES.contains(&name.as_str()) {
        return name + "_area";
    }
    limited(name)
}

/// The module of an operation's functions, below that of the version: that of the type which its resource is.
pub(crate) fn of_operation(operation: &Operation) -> String {
    match &operation.resource_type {
        Some(name) => of_name(name),
        None => path(&operation.namespace, &operation.resource),
    }
}

/// The module of a type or an enum: `microsoft.graph.callRecords.session` -> `call_records::session`.
pub(crate) fn of_name(name: &QualifiedName) -> String {
    path(&name.namespace, &name.name)
}

fn path(namespace: &str, name: &str) -> String {
    let words = own_namespace(namespace).split('.').chain([name]);
    let modules = words
        .filter(|word| !word.is_empty())
        .map(|word| match ident::snake(word) {
            taken if taken == FLAT || taken == ENDPOINTS => taken + "_",
            module => limited(module),
        });
    modules.collect::<Vec<_>>().join("::")
}

/// `microsoft.graph.callRecords.session` -> `callRecords.session`.
pub(crate) fn own_words(name: &QualifiedName) -> String {
    match own_namespace(&name.namespace) {
        "" => name.name.clone(),
        namespace => format!("{namespace}.{}", name.name),
    }
}

/// What a namespace has beyond `microsoft.graph`.
fn own_namespace(namespace: &str) -> &str {
    let rest = namespace.strip_prefix(DEFAULT_NAMESPACE);
    let rest = rest.filter(|rest| rest.is_empty() || rest.starts_with('.'));
    rest.unwrap_or(namespace).trim_matches('.')
}

/// The file name without folders and extension.
pub(crate) fn stem(file: &str) -> &str {
    let name = file.rsplit_once('/').map_or(file, |(_, name)| name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn limited(mut name: String) -> String {
    if name.len() > LONGEST {
        let hash = fnv(&name);
        name.truncate(LONGEST);
        name.push_str(&format!("_{hash:016x}"));
    }
    // Without a letter (`_9`) the module would be called like the type beside it.
    if is_device(&name) || !name.contains(|c: char| c.is_ascii_alphabetic()) {
        name.push('_');
    }
    name
}

/// The FNV-1a hash: short code, and the same result on every machine.
fn fnv(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_device_of_windows_is_no_file_name() {
        let names = [
            "con",
            "PRN",
            "Aux",
            "nul",
            "com1",
            "Com9",
            "LPT5",
            "com\u{b9}",
            "lpt\u{b2}",
            "com10",
            "comet",
        ];
        let shown = names.map(|name| area(&Area(name.to_owned())));
        assert_eq!(area(&Area("9".to_owned())), "_9_");
        insta::assert_snapshot!(shown.join(" "), @"con_ prn_ aux_ nul_ com1_ com9_ lpt5_ com lpt com10 comet");
    }

    #[test]
    fn modules_follow_namespaces() {
        let names = [
            "microsoft.graph.driveItem",
            "microsoft.graph.callRecords.session",
            "microsoft.graph.models",
            "microsoft.graph.oven.endpoints",
            "microsoft.graphs.con",
        ];
        let shown = names.map(|name| of_name(&QualifiedName::parse(name)));
        insta::assert_snapshot!(shown.join(" "), @"drive_item call_records::session models_ oven::endpoints_ microsoft::graphs::con_");
    }

    proptest! {
        #[test]
        fn names_that_differ_in_case_only_are_one_module(name in "[A-Za-z0-9._ -]{0,20}") {
            let module = area(&Area(name));
            prop_assert_eq!(module.to_lowercase(), module);
        }
    }
}
