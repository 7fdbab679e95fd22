//! Files that the user writes for the generator itself.

use super::Code;

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
pub static BAD_SETTING: Code = Code::error("bad-setting")
    .meaning(
        "The settings file cannot be used: it is not valid TOML, or it has a key or a value that is not \
         known.",
    )
    .advice("Correct the line. `generator --help` lists the settings.")
    .file("generator.toml", "crate = \"kettles\"\n", "crate-name = \"kettles\"\n");

/// A mistake in the file of accepted changes.
pub static BAD_ENTRY: Code = Code::error("bad-entry")
    .meaning("The file of accepted changes has an entry that cannot be understood.")
    .advice("Correct the entry: it names the id of a change, the item and the reason.")
    .file(
        ACCEPTED,
        "[[accept]]\nid = \"property-eaten\"\nitem = \"microsoft.graph.kettle/litres\"\n",
        "[[accept]]\nid = \"property-removed\"\nitem = \"microsoft.graph.kettle/litres\"\n",
    );

/// An accepted change that did not happen.
pub static UNUSED_ENTRY: Code = Code::error("unused-entry")
    .meaning("An entry of the file of accepted changes matches none of the changes.")
    .advice("Remove the entry, or correct it if it is meant for a change that is listed.")
    .file(
        ACCEPTED,
        "[[accept]]\nid = \"property-removed\"\nitem = \"microsoft.graph.kettle/spout\"\n",
        "[[accept]]\nid = \"property-removed\"\nitem = \"microsoft.graph.kettle/litres\"\n",
    );

/// A mistake in the file of corrections.
pub static BAD_CORRECTION: Code = Code::error("bad-correction")
    .meaning("The file of corrections has an entry that cannot be used.")
    .advice(
        "Complete the entry: it has `page`, `find`, `replace`, `why` and `link`. `generator --help` shows \
         one.",
    )
    .file(
        CORRECTIONS,
        "[[correction]]\npage = \"beta/resources/kettle.md\"\nfind = \"|litres|Int32|\"\n\
                replace = \"|litres|Double|\"\n",
        CORRECTION,
    );

/// A correction of something that the pages do not say.
pub static UNAPPLIED_CORRECTION: Code = Code::error("unapplied-correction")
    .meaning(
        "A correction does not apply: its page is not there, or does not have the text, or has it more \
         often than the entry says.",
    )
    .advice(
        "Remove the entry if the page was corrected or is gone. Otherwise copy the text from the page as it \
         is now.",
    )
    .file(
        CORRECTIONS,
        "[[correction]]\npage = \"beta/resources/kettle.md\"\nfind = \"|litres|Int64|\"\n\
                replace = \"|litres|Double|\"\nwhy = \"The service sends fractions.\"\n\
                link = \"https://example.com/issues/17\"\n",
        CORRECTION,
    );
