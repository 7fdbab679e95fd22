//! Sources of uploads.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

use crate::Bytes;

/// The bytes to upload: [`Bytes`], a `Vec`, a [`File`]. Any range can be read at any time, since a part may be sent
/// again.
pub trait UploadSource {
    /// The number of bytes.
    fn size(&mut self) -> io::Result<u64>;

    /// The bytes from `first` up to `end`, without `end` itself.
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

/// A part is read as a whole.
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
