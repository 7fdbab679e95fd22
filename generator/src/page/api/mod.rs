//! Api pages: routes, permissions, parameters, bodies, responses, examples.

mod rows;

pub use rows::{ApiRows, BodyRows, ParameterRow, ResponseRows};
