//! JSON as pages write it: with comments, `...`, missing and surplus commas, curly quotes.
//!
//! [`read`] gives a tree with the place of each name and value, and tells what had to be put right. [`strict`] writes the
//! same text as valid JSON. Whether a text is valid as it stands is for `serde_json` to say.

mod read;
mod repair;
mod strict;
mod token;
mod value;

pub(crate) use read::{Reading, read};
pub(crate) use repair::Repair;
pub(crate) use strict::strict;
pub(crate) use token::balance;
pub(crate) use value::{Kind, Member, Value, is_timestamp};
