//! Why facts of a page are guessed or left unread: every reason, by the fact that it is about.

use crate::model::{Fact, Reason};
use crate::source::codes::{permission, property};

/// Rows and tables of properties.
pub(super) mod properties {
    use super::{Fact, Reason, property::SKIPPED_ROW};

    pub(crate) static NO_NAME: Reason =
        Reason::new(Fact::Property, "no name").told(&SKIPPED_ROW, "row not read: no name");
    pub(crate) static LABEL: Reason =
        Reason::new(Fact::Property, "label row").told(&SKIPPED_ROW, "row not read: label row");
    pub(crate) static TWICE: Reason =
        Reason::new(Fact::Property, "listed twice").told(&SKIPPED_ROW, "row not read: listed twice");
    pub(crate) static TWICE_DIFFERENT: Reason = Reason::new(Fact::Property, "listed twice, with another type").told(
        &SKIPPED_ROW,
        "row not read: listed twice, here with another type; the first row counts",
    );
    pub(crate) static ANOTHER_OBJECT: Reason = Reason::new(Fact::Property, "table about another object");
    pub(crate) static NO_COLUMNS: Reason = Reason::new(Fact::Property, "table without a name and a type column");
    pub(crate) static SWAPPED: Reason = Reason::new(Fact::Property, "names and types stand in each other's column");
    pub(crate) static NO_VALUES: Reason = Reason::new(Fact::InlineValues, "no list behind the words");
}

/// Rows of members.
pub(super) mod members {
    use super::{Fact, Reason};

    pub(crate) static NO_NAME: Reason = Reason::new(Fact::Member, "no name");
    pub(crate) static TWICE: Reason = Reason::new(Fact::Member, "listed twice");
    pub(crate) static SWAPPED: Reason = Reason::new(Fact::Member, "names and numbers stand in each other's column");
}

/// Lines of HTTP requests.
pub(super) mod routes {
    use super::{Fact, Reason};

    pub(crate) static ELSEWHERE: Reason = Reason::new(Fact::Route, "outside of an HTTP request section");
    pub(crate) static NO_SECTION: Reason = Reason::new(Fact::Route, "no HTTP request section");
    pub(crate) static NO_CODE: Reason = Reason::new(Fact::Route, "the HTTP request section has no code block");
    pub(crate) static COMMENT: Reason = Reason::new(Fact::Route, "comment");
    pub(crate) static HEADER: Reason = Reason::new(Fact::Route, "request header");
    pub(crate) static PROSE: Reason = Reason::new(Fact::Route, "prose");
    pub(crate) static BODY: Reason = Reason::new(Fact::Route, "request body");
    pub(crate) static NO_METHOD: Reason = Reason::new(Fact::Route, "path without a method");
    pub(crate) static NO_PATH: Reason = Reason::new(Fact::Route, "method without a path");
    pub(crate) static EMPTY_PATH: Reason = Reason::new(Fact::Route, "empty path");
    pub(crate) static ANOTHER_HOST: Reason = Reason::new(Fact::Route, "another host");
    pub(crate) static TWICE: Reason = Reason::new(Fact::Route, "listed twice");
    pub(crate) static SHORT: Reason = Reason::new(Fact::Route, "short path written out");
}

/// Tables and cells of permissions.
pub(super) mod permissions {
    use super::{Fact, Reason, permission::UNKNOWN_TYPE};

    pub(crate) static NO_SECTION: Reason = Reason::new(Fact::PermissionTable, "no permission section");
    pub(crate) static NO_TABLE: Reason = Reason::new(Fact::PermissionTable, "no table in the permission section");
    pub(crate) static NO_SCHEME: Reason = Reason::new(Fact::PermissionCell, "row of no known scheme").told(
        &UNKNOWN_TYPE,
        "this row of the permission table names no known permission type",
    );
    pub(crate) static THIRD_ROW: Reason = Reason::new(Fact::PermissionCell, "third row under another name").told(
        &UNKNOWN_TYPE,
        "this row of the permission table names no known permission type; read as the row of applications",
    );
    pub(crate) static LISTED: Reason = Reason::new(Fact::PermissionCell, "list item without a permission type");
    pub(crate) static NONE_AMONG: Reason = Reason::new(
        Fact::PermissionCell,
        "\"None\" beside rows with permissions: not supported",
    );
    pub(crate) static TODO: Reason = Reason::new(Fact::PermissionCell, "the page says TODO");
    pub(crate) static NO_SCOPE: Reason = Reason::new(Fact::PermissionCell, "no scope named");
    pub(crate) static SHIFTED: Reason = Reason::new(Fact::PermissionCell, "an empty cell too many stands before it");
    pub(crate) static ONLY_TABLE: Reason = Reason::new(
        Fact::PermissionTable,
        "the only table, whose annotation leaves routes out",
    );
    pub(crate) static SURPLUS: Reason = Reason::new(Fact::PermissionCell, "more cells than columns");
    pub(crate) static OTHER_COLUMN: Reason = Reason::new(Fact::PermissionCell, "column of something else");
    pub(crate) static TOO_MANY: Reason = Reason::new(Fact::PermissionCell, "more combinations than are read");
}

/// National clouds.
pub(super) mod clouds {
    use super::{Fact, Reason};

    pub(crate) static OF_NAME: Reason = Reason::new(Fact::Clouds, "the name of an include says it");
    pub(crate) static UNKNOWN_MARK: Reason = Reason::new(Fact::Clouds, "unknown mark");
    pub(crate) static NO_MARK: Reason = Reason::new(Fact::Clouds, "table without marks");
    pub(crate) static NOWHERE: Reason = Reason::new(Fact::Clouds, "available in no cloud");
}

/// Rows and tables of parameters.
pub(super) mod parameters {
    use super::{Fact, Reason};

    pub(crate) static NO_NAME: Reason = Reason::new(Fact::Parameter, "no name");
    pub(crate) static LABEL: Reason = Reason::new(Fact::Parameter, "label row");
    pub(crate) static SHOWN: Reason = Reason::new(Fact::Parameter, "only an example shows its type");
    pub(crate) static ODATA_OPTION: Reason = Reason::new(Fact::Parameter, "OData option, not a parameter");
    pub(crate) static NO_COLUMNS: Reason = Reason::new(Fact::Parameter, "table that lists no parameters");
    pub(crate) static ASIDE: Reason = Reason::new(Fact::Parameter, "table of properties that are not sent");
}

/// Blocks of code in examples.
pub(super) mod examples {
    use super::{Fact, Reason};
    use crate::json::Repair;

    pub(crate) static NOT_JSON: Reason = Reason::new(Fact::Example, "the body is not valid JSON");

    /// What makes a body that begins like JSON invalid.
    static SLIPS: &[(Repair, Reason)] = &[
        (Repair::Comment, Reason::new(Fact::Example, "JSON with a comment")),
        (Repair::Ellipsis, Reason::new(Fact::Example, "JSON with an ellipsis")),
        (
            Repair::MissingComma,
            Reason::new(Fact::Example, "JSON with a missing comma"),
        ),
        (
            Repair::SurplusComma,
            Reason::new(Fact::Example, "JSON with a comma too many"),
        ),
        (
            Repair::CurlyQuotes,
            Reason::new(Fact::Example, "JSON with curly quotes"),
        ),
        (
            Repair::SingleQuotes,
            Reason::new(Fact::Example, "JSON with single quotes"),
        ),
        (
            Repair::BareName,
            Reason::new(Fact::Example, "JSON with a name without quotes"),
        ),
        (
            Repair::OpenText,
            Reason::new(Fact::Example, "JSON with a text that does not end"),
        ),
        (
            Repair::OpenBracket,
            Reason::new(Fact::Example, "JSON with a bracket that is not closed"),
        ),
        (
            Repair::Stray,
            Reason::new(Fact::Example, "JSON with a mark out of place"),
        ),
    ];

    /// The reason for a slip.
    pub(crate) fn slip(repair: Repair) -> &'static Reason {
        let slip = SLIPS.iter().find(|(slip, _)| *slip == repair);
        slip.map_or(&NOT_JSON, |(_, reason)| reason)
    }
    pub(crate) static NO_MESSAGE: Reason = Reason::new(Fact::Example, "code that is neither request nor response");
}
