//! The static site, in a real browser, opened from files. Without a browser these tests say that they were skipped;
//! `SITE_BROWSER` names one that is not called as usual.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod browser;
mod command;
mod devtools;
mod folder;
mod markup;
mod reading;
mod searching;
