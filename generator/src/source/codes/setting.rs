//! Files that the user writes for the generator itself.

use super::{Code, Example};
use crate::source::Severity;

/// Codes about settings and accepted changes.
pub static CODES: &[&Code] = &[&BAD_SETTING, &BAD_ENTRY, &UNUSED_ENTRY];

const ACCEPTED: &str = "accepted.toml";

/// A mistake in `generator.toml`.
pub static BAD_SETTING: Code = Code {
    id: "bad-setting",
    severity: Severity::Error,
    meaning: "The settings file cannot be used: it is not valid TOML, or it has a key or a value that is not known.",
    advice: "Correct the line. `generator --help` lists the settings.",
    example: Example::File {
        name: "generator.toml",
        wrong: "crate = \"kettles\"\n",
        right: "crate-name = \"kettles\"\n",
    },
};

/// A mistake in the file of accepted changes.
pub static BAD_ENTRY: Code = Code {
    id: "bad-entry",
    severity: Severity::Error,
    meaning: "The file of accepted changes has an entry that cannot be understood.",
    advice: "Correct the entry: it names the id of a change, the item and the reason.",
    example: Example::File {
        name: ACCEPTED,
        wrong: "[[accept]]\nid = \"property-eaten\"\nitem = \"microsoft.graph.kettle/litres\"\n",
        right: "[[accept]]\nid = \"property-removed\"\nitem = \"microsoft.graph.kettle/litres\"\n",
    },
};

/// An accepted change that did not happen.
pub static UNUSED_ENTRY: Code = Code {
    id: "unused-entry",
    severity: Severity::Error,
    meaning: "An entry of the file of accepted changes matches none of the changes.",
    advice: "Remove the entry, or correct it if it is meant for a change that is listed.",
    example: Example::File {
        name: ACCEPTED,
        wrong: "[[accept]]\nid = \"property-removed\"\nitem = \"microsoft.graph.kettle/spout\"\n",
        right: "[[accept]]\nid = \"property-removed\"\nitem = \"microsoft.graph.kettle/litres\"\n",
    },
};
