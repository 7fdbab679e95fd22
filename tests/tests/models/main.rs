//! The emitted types: what is read comes back.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod any_input;
mod collections;
mod odd_values;
mod polymorphism;
mod round;
mod round_trip;
mod updates;

pub(crate) use generated::beta::models::Windows10XSCEPCertificateProfile as Profile;
