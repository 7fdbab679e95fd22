//! Where the bytes of an upload come from.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

use crate::Bytes;

/// Bytes that can be read from any place, since parts may have to be sent again: [`Bytes`], a `Vec`, a [`File`].
pub trait UploadSource {
    /// How many bytes there are.
    fn size(&mut self) -> io::Result<u64>;

    /// The bytes from `first` up to, and without, `end`.
    fn read(&mut self, first: u64, end: u64) -> io::Result<Bytes>;
}

impl UploadSource for Bytes {
    fn size(&mut self) -> io::Result<u64> {
        Ok(self.len() as u64)
    }

    fn read(&mut self, first: u64, end: u64) -> io::Result<Bytes> {
        let place = |at: u64| usize::try_from(at).map_err(io::Error::other);
        let (first, end) = (place(first)?, place(end)?);
        if first > end || end > self.len() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(self.slice(first..end))
    }
}

impl UploadSource for Vec<u8> {
    fn size(&mut self) -> io::Result<u64> {
        Ok(self.len() as u64)
    }

    fn read(&mut self, first: u64, end: u64) -> io::Result<Bytes> {
        let place = |at: u64| usize::try_from(at).map_err(io::Error::other);
        let part = self.get(place(first)?..place(end)?);
        part.map(Bytes::copy_from_slice)
            .ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
    }
}

/// One part is read at a time, in one go.
impl UploadSource for File {
    fn size(&mut self) -> io::Result<u64> {
        Ok(self.metadata()?.len())
    }

    fn read(&mut self, first: u64, end: u64) -> io::Result<Bytes> {
        let length = usize::try_from(end.saturating_sub(first)).map_err(io::Error::other)?;
        let mut part = vec![0; length];
        self.seek(SeekFrom::Start(first))?;
        self.read_exact(&mut part)?;
        Ok(part.into())
    }
}
