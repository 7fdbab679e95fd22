//! How hard laws are tried.

use proptest::test_runner::Config;

/// On so many random inputs; `PROPTEST_CASES` overrides it.
pub fn config(cases: u32) -> Config {
    let wanted = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok());
    Config {
        cases: wanted.unwrap_or(cases),
        failure_persistence: None,
        ..Config::default()
    }
}
