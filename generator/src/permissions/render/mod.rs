//! Answers as text, for people and for other programs.

mod json;
mod text;
mod words;

pub use json::json;
pub use text::text;
