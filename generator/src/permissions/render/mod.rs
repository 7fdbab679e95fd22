//! Answers as text, for people and for other programs.

mod facts;
mod grants;
mod html;
mod json;
mod markdown;
mod opens;
mod text;
mod words;

pub use facts::{disagreements, facts};
pub use grants::{api_manifest, bicep, manifest, terraform};
pub use html::html;
pub use json::json;
pub use markdown::markdown;
pub use opens::{Comparison, opens_json, opens_text};
pub use text::text;
pub(crate) use words::{key, title};
