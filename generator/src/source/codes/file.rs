//! Files that are not text, or cannot be read.

use super::Code;

/// Codes about files.
pub static CODES: &[&Code] = &[&TOO_LARGE, &UNREADABLE, &UTF16, &NOT_UTF8, &BINARY, &NOT_A_FILE];

const RIGHT: &str = "A page that is a UTF-8 text file of usual size.";

/// Beyond the limit.
pub static TOO_LARGE: Code = Code::error("file-too-large")
    .meaning("A file is larger than any page can reasonably be, and was not read.")
    .advice("Split the file, or move it out of the docs root if it is not a page.")
    .words("A page of 17 MB.", RIGHT);

/// The operating system says no.
pub static UNREADABLE: Code = Code::error("unreadable-file")
    .meaning("A file or folder could not be opened, for the reason that the operating system gives.")
    .advice("Check that it exists and that you may read it. A symbolic link must lead to a file that exists.")
    .words("A symbolic link to a file that does not exist.", RIGHT);

/// A byte order mark of UTF-16.
pub static UTF16: Code = Code::error("utf16-file")
    .meaning("A file is text in the encoding UTF-16, and was not read.")
    .advice("Save the file as UTF-8.")
    .words("A page that begins with the bytes FF FE.", RIGHT);

/// Bytes that are no UTF-8.
pub static NOT_UTF8: Code = Code::warning("not-utf8")
    .meaning("A file has bytes that are not valid UTF-8. Each invalid sequence was read as U+FFFD.")
    .advice("Save the file as UTF-8.")
    .words(
        "A page that was saved as Latin-1 and has the byte E9 for \u{e9}.",
        RIGHT,
    );

/// NUL bytes.
pub static BINARY: Code = Code::error("binary-file")
    .meaning("A file with the name of a page has NUL bytes, so it is not text. It was not read.")
    .advice("Give the file another name if it is not a page.")
    .words("A picture that is called `kettle.md`.", RIGHT);

/// A socket, a pipe, a device.
pub static NOT_A_FILE: Code = Code::error("not-a-file")
    .meaning(
        "Something with the name of a page is not a file: a named pipe, a socket or a device. It was not \
         read.",
    )
    .advice("Move it out of the docs root.")
    .words("A socket that is called `kettle.md`.", RIGHT);
