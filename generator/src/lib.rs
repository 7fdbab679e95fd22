//! Reads API reference pages and writes a typed Rust client.
//!
//! [`Generator`] is the way in: it is told where the pages are and what of them is wanted, and either does everything or
//! gives what lies between, the [model] of the API and the [files](Files) of the crate.
//!
//! ```
//! # let folder = std::env::temp_dir().join(format!("generator-example-{}", std::process::id()));
//! # std::fs::create_dir_all(&folder)?;
//! # std::fs::write(
//! #     folder.join("kettle.md"),
//! #     "# kettle resource type\n\nNamespace: microsoft.graph\n\n## Properties\n\
//! #      |Property|Type|Description|\n|:---|:---|:---|\n|litres|Int32|How much it holds.|\n",
//! # )?;
//! use generator::Generator;
//!
//! let generator = Generator::new().docs(&folder).crate_name("kitchen");
//! let reading = generator.read(&mut |_| {})?;
//! let kettle = &reading.model.schemas[0].types[0];
//! assert_eq!(kettle.name.to_string(), "microsoft.graph.kettle");
//! assert_eq!(kettle.properties[0].name, "litres");
//!
//! let files = generator.emit(&reading.model)?;
//! assert!(files.contains_key("Cargo.toml"));
//! # std::fs::remove_dir_all(&folder)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! - [`model`] is what the pages say, in terms of OData CSDL.
//! - [`diff`] compares two models and tells what a change does to users of the emitted crate.
//! - [`source`] has the files of the pages, places in them, and the [diagnostics](source::Diagnostic) about them.
//!
//! Everything else is internal, changes without notice and is hidden from this documentation.

pub mod diff;
pub mod model;
pub mod source;

#[doc(hidden)]
pub mod cli;
#[doc(hidden)]
pub mod docs;
#[doc(hidden)]
pub mod emit;
#[doc(hidden)]
pub mod export;
mod json;
#[doc(hidden)]
pub mod lint;
#[doc(hidden)]
pub mod markdown;
#[doc(hidden)]
pub mod page;
#[doc(hidden)]
pub mod permissions;
#[doc(hidden)]
pub mod pipeline;
#[doc(hidden)]
pub mod report;
#[doc(hidden)]
pub mod resolve;
#[doc(hidden)]
pub mod select;
#[doc(hidden)]
pub mod site;

pub use docs::{CorrectionsError, GitError, RootError};
pub use emit::RuntimeCrate;
pub use emit::write::{Files, WriteError, Written};
pub use pipeline::{Error, Generator, Reading, Stage, Summary};
pub use select::PatternError;
