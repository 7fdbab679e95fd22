//! The same input gives the same bytes, whatever the number of threads and the order of files.

use super::fragments::{Files, roots};
use super::{config, emitted};
use proptest::prelude::*;
use rayon::ThreadPoolBuilder;
use tests::pages::read;

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn threads_and_order_of_files_change_nothing(root in roots()) {
        let forward: Vec<_> = root.clone().into_iter().collect();
        let backward: Vec<_> = root.into_iter().rev().collect();
        let one = run(1, &forward);
        prop_assert_eq!(&one, &run(4, &forward));
        prop_assert_eq!(&one, &run(4, &backward));
    }
}

/// Everything that a run gives, as text.
fn run(threads: usize, files: &[(String, String)]) -> (String, String, Files) {
    let pool = ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.install(|| {
        let reading = read(files);
        let model = format!("{:?}", reading.model);
        let diagnostics = format!("{:?}", reading.diagnostics);
        (model, diagnostics, emitted(&reading.model))
    })
}
