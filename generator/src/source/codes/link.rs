//! Symbolic links and submodules in a docs root.

use super::Code;

/// Codes about links.
pub static CODES: &[&Code] = &[&OUTSIDE_ROOT, &LOOP, &TO_FOLDER, &IN_REVISION, &SUBMODULE];

const RIGHT: &str = "A symbolic link to a file of the docs root.";

/// A link to elsewhere.
pub static OUTSIDE_ROOT: Code = Code::error("link-outside-root")
    .meaning(
        "A symbolic link leads out of the docs root. Nothing outside of the root is read, so the link was \
         not followed.",
    )
    .advice("Put the file itself into the docs root.")
    .words("A symbolic link to a file beside the docs root.", RIGHT);

/// A link to a folder above it.
pub static LOOP: Code = Code::error("link-loop")
    .meaning("A symbolic link leads to a folder that contains the link. It was not followed.")
    .advice("Remove the link.")
    .words("In the folder `api`, a symbolic link to `api`.", RIGHT);

/// A link to a folder of the root.
pub static TO_FOLDER: Code = Code::note("link-to-folder")
    .meaning(
        "A symbolic link leads to another folder of the docs root. It was not followed, because the pages \
         of that folder are read where they are.",
    )
    .advice("There is nothing to do.")
    .words("In the folder `api`, a symbolic link to the folder `resources`.", RIGHT);

/// A link in a git revision.
pub static IN_REVISION: Code = Code::note("link-in-revision")
    .meaning(
        "A revision of a git repository contains a symbolic link. Links are not followed in revisions: the \
         file is read where it is.",
    )
    .advice("There is nothing to do, unless the link leads out of the folder that is read.")
    .words(
        "`--docs HEAD:docs` where the folder `docs` contains a symbolic link.",
        "`--docs HEAD:docs` where all pages are files.",
    );

/// A submodule in a git revision.
pub static SUBMODULE: Code = Code::note("submodule")
    .meaning(
        "A revision of a git repository contains a submodule. The files of the submodule belong to another \
         repository, so they were not read.",
    )
    .advice("To read the pages of the submodule, name a revision of its own repository.")
    .words(
        "`--docs HEAD:docs` where the folder `docs` contains a submodule.",
        "`--docs HEAD:docs` where all pages are files.",
    );
