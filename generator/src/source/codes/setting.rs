//! Files that the user writes for the generator itself.

use super::{Code, Example};
use crate::source::Severity;

/// Codes about settings, accepted changes and corrections.
pub static CODES: &[&Code] = &[
    &BAD_SETTING,
    &BAD_ENTRY,
    &UNUSED_ENTRY,
    &BAD_CORRECTION,
    &UNAPPLIED_CORRECTION,
];

const ACCEPTED: &str = "accepted.toml";
const CORRECTIONS: &str = "corrections.toml";

const CORRECTION: &str = "[[correction]]\npage = \"beta/resources/kettle.md\"\nfind = \"|litres|Int32|\"\nreplace = \"|litres|Double|\"\n\
    why = \"The service sends fractions.\"\nlink = \"https://example.com/issues/17\"\n";

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

/// A mistake in the file of corrections.
pub static BAD_CORRECTION: Code = Code {
    id: "bad-correction",
    severity: Severity::Error,
    meaning: "The file of corrections has an entry that cannot be used.",
    advice: "Complete the entry: it has `page`, `find`, `replace`, `why` and `link`. `generator --help` shows one.",
    example: Example::File {
        name: CORRECTIONS,
        wrong: "[[correction]]\npage = \"beta/resources/kettle.md\"\nfind = \"|litres|Int32|\"\n\
                replace = \"|litres|Double|\"\n",
        right: CORRECTION,
    },
};

/// A correction of something that the pages do not say.
pub static UNAPPLIED_CORRECTION: Code = Code {
    id: "unapplied-correction",
    severity: Severity::Error,
    meaning: "A correction does not apply: its page is not there, or does not have the text, or has it more often than \
              the entry says.",
    advice: "Remove the entry if the page was corrected or is gone. Otherwise copy the text from the page as it is now.",
    example: Example::File {
        name: CORRECTIONS,
        wrong: "[[correction]]\npage = \"beta/resources/kettle.md\"\nfind = \"|litres|Int64|\"\n\
                replace = \"|litres|Double|\"\nwhy = \"The service sends fractions.\"\n\
                link = \"https://example.com/issues/17\"\n",
        right: CORRECTION,
    },
};
