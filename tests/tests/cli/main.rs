//! The command line from outside: arguments and files in, output, exit status and files out.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bad_input;
mod check;
mod codes;
mod corrections;
mod diff;
mod diff_program;
mod explain;
mod export;
mod faults;
mod generate;
mod lint;
mod lint_fixes;
mod lint_profiles;
mod pages;
mod permissions;
mod revisions;
mod sandbox;
mod sarif;
mod select;
mod settings;
mod stats;
mod usage;
mod why;
