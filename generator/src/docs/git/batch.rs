//! Reads many objects with few processes.

use super::GitError;
use super::command::{Git, missing};
use crate::docs::read::LIMIT;
use crate::docs::walk::{Entry, Storage};
use rayon::prelude::*;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::Stdio;

/// Below this many objects, one more process costs more than it saves.
const FEWEST: usize = 256;

/// Replaces the objects of the entries with their bytes.
pub(super) fn read(git: &Git, mut entries: Vec<&mut Entry>) -> Result<(), GitError> {
    let size = entries.len().div_ceil(rayon::current_num_threads().max(1)).max(FEWEST);
    let chunks: Vec<&mut [&mut Entry]> = entries.chunks_mut(size).collect();
    chunks.into_par_iter().try_for_each(|chunk| read_chunk(git, chunk))
}

fn read_chunk(git: &Git, entries: &mut [&mut Entry]) -> Result<(), GitError> {
    const ARGUMENTS: [&str; 2] = ["cat-file", "--batch"];
    let mut command = git.command(&ARGUMENTS);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = command.spawn().map_err(|error| missing(&error))?;
    let wanted: String = entries
        .iter()
        .filter_map(|entry| entry.storage.object())
        .map(|id| format!("{id}\n"))
        .collect();
    let input = child.stdin.take();
    // Git answers while it is asked; who only wrote first would wait for ever on a full pipe.
    let writer = std::thread::spawn(move || input.map_or(Ok(()), |mut input| input.write_all(wanted.as_bytes())));
    let read = child
        .stdout
        .take()
        .map_or(Err(io::ErrorKind::BrokenPipe.into()), |output| {
            let mut output = BufReader::with_capacity(1 << 16, output);
            entries.iter_mut().try_for_each(|entry| answer(&mut output, entry))
        });
    if read.is_err() {
        let _: io::Result<()> = child.kill();
    }
    let _ = writer.join();
    let ended = child.wait();
    read.and(ended.map(|_| ())).map_err(|error| GitError::Failed {
        command: ARGUMENTS.join(" "),
        message: error.to_string(),
    })
}

/// `ID blob SIZE`, a line end, the bytes, a line end; or `ID missing`.
fn answer(output: &mut impl BufRead, entry: &mut Entry) -> io::Result<()> {
    let Storage::Object(id) = &entry.storage else {
        return Ok(());
    };
    let mut head = String::new();
    output.read_line(&mut head)?;
    let size = head
        .trim_end()
        .rsplit_once(' ')
        .and_then(|(_, size)| size.parse::<u64>().ok());
    let Some(size) = size.filter(|_| head.starts_with(id.as_str())) else {
        let message = format!("the object {id} of {} is missing: {}", entry.path, head.trim_end());
        return Err(io::Error::new(io::ErrorKind::NotFound, message));
    };
    // One byte more than the limit tells that there is more.
    let kept = size.min(LIMIT + 1);
    let mut bytes = Vec::with_capacity(usize::try_from(kept).unwrap_or(0));
    output.by_ref().take(kept).read_to_end(&mut bytes)?;
    io::copy(&mut output.by_ref().take(size - kept + 1), &mut io::sink())?;
    if bytes.len() as u64 != kept {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    entry.storage = Storage::Bytes(bytes);
    Ok(())
}
