//! Files that may be packed.

use crate::cli::Console;
use crate::cli::failure::Failure;
use flate2::read::MultiGzDecoder;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// A file or the standard input, unpacked if it is packed with gzip, whatever its name.
pub(super) fn open(file: &Path, console: &Console<'_>) -> Result<Box<dyn Read>, Failure> {
    let path = console.directory.join(file);
    let failed = |error: io::Error| Failure::file("read", &path, &error);
    let plain: Box<dyn Read> = if file == Path::new("-") {
        Box::new(io::stdin())
    } else {
        Box::new(File::open(&path).map_err(failed)?)
    };
    let mut plain = BufReader::with_capacity(1 << 16, plain);
    let is_packed = plain.fill_buf().map_err(failed)?.starts_with(b"\x1f\x8b");
    Ok(if is_packed {
        Box::new(MultiGzDecoder::new(plain))
    } else {
        Box::new(plain)
    })
}

/// Whether a file is there, without reading it: a pipe can be read only once.
pub(super) fn check(file: &Path, console: &Console<'_>) -> Result<(), Failure> {
    let path = console.directory.join(file);
    match std::fs::metadata(&path) {
        Err(error) if file != Path::new("-") => Err(Failure::file("read", &path, &error)),
        _ => Ok(()),
    }
}

pub(in crate::cli) fn text(file: &Path, console: &Console<'_>) -> Result<String, Failure> {
    bytes(file, console).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

pub(super) fn bytes(file: &Path, console: &Console<'_>) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = open(file, console)?.read_to_end(&mut bytes);
    read.map_err(|error| Failure::file("read", &console.directory.join(file), &error))?;
    Ok(bytes)
}
