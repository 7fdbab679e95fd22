//! The calls of a program, from the files that name them: for every command that asks about a program.

mod args;
mod file;
mod input;

pub(super) use args::{SignIn, Sources};
pub(super) use file::text;
pub(super) use input::Input;
