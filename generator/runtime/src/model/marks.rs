//! Which read-only properties of an object are as they were read.
//!
//! A request leaves out a read-only property that was read and not changed; one that the program has set is sent. So a
//! reader marks the values that it found, one number for each read-only property, in the order of the table.

use std::io;

use super::additional::AdditionalProperties;
use super::object::{Object, Shape, Slot, rest_mut};
use super::write::write_slot;

/// The mark of a property that was not read.
const ABSENT: u64 = 0;

/// Marks what was read.
pub(super) fn mark(object: &mut dyn Object) {
    let shape = object.shape();
    if shape.read_only.is_empty() {
        return;
    }
    let marks = read_only(shape).map(|index| value(object.slot(index))).collect();
    if let Some(rest) = rest_mut(object) {
        rest.set_marks(marks);
    }
}

/// The numbers of the read-only properties that are as they were read, in order.
pub(super) fn unchanged(object: &dyn Object, more: &AdditionalProperties) -> Vec<usize> {
    let marks = more.marks();
    if marks.is_empty() {
        return Vec::new();
    }
    let indexed = read_only(object.shape()).zip(marks);
    indexed
        .filter(|(index, mark)| **mark != ABSENT && value(object.slot(*index)) == **mark)
        .map(|(index, _)| index)
        .collect()
}

/// Whether the property is read-only.
pub(super) fn is_read_only(shape: &Shape, name: &str) -> bool {
    shape.read_only.split(' ').any(|own| own == name)
}

/// The numbers of the read-only properties; both lists of the shape have the same order.
fn read_only(shape: &'static Shape) -> impl Iterator<Item = usize> {
    let mut wanted = shape.read_only.split(' ').peekable();
    let names = shape.names.iter().enumerate();
    names.filter_map(move |(index, name)| wanted.next_if_eq(name).map(|_| index))
}

/// The mark of a value: equal values have equal marks.
fn value(slot: Slot<'_>) -> u64 {
    let mut mark = Mark(ABSENT);
    match slot {
        Slot::Str(Some(text)) => mark.add(text.as_bytes()),
        slot if slot.is_set() => {
            if write_slot(slot, &mut mark).is_err() {
                return ABSENT;
            }
        }
        _ => return ABSENT,
    }
    mark.0.max(1)
}

/// What has been written, as a number.
struct Mark(u64);

impl Mark {
    fn add(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
            self.word(u64::from_le_bytes(word));
        }
        self.word(bytes.len() as u64);
    }

    fn word(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl io::Write for Mark {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.add(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
