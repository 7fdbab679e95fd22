//! Any bytes give a model and Rust source.

use super::fragments::roots;
use super::{config, emitted};
use proptest::collection::vec;
use proptest::prelude::*;
use tests::items::public_paths;
use tests::pages::read;

proptest! {
    #![proptest_config(config(96))]

    /// No panic, every file of the emitted crate is Rust, and no name stands for two things.
    #[test]
    fn random_pages_become_valid_rust(root in roots()) {
        let files: Vec<_> = root.into_iter().collect();
        public_paths(&emitted(&read(&files).model));
    }

    #[test]
    fn random_bytes_become_a_model(bytes in vec(any::<u8>(), 0..300), folder in "(beta/api/|beta/resources/|)") {
        // A root in which no page can be read is an error: there is another page.
        let files = [(format!("{folder}kettle-get.md"), bytes), (format!("{folder}pot.md"), b"# pot resource type".to_vec())];
        public_paths(&emitted(&read(&files).model));
    }

    /// A real page with a few bytes overwritten.
    #[test]
    fn pages_with_wrong_bytes_become_valid_rust(root in roots(), damage in vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let damaged = |(path, text): (String, String)| {
            let mut bytes = text.into_bytes();
            for (at, byte) in &damage {
                if !bytes.is_empty() && !path.ends_with("pot.md") {
                    let at = at.index(bytes.len());
                    bytes[at] = *byte;
                }
            }
            (path, bytes)
        };
        let files: Vec<_> = root.into_iter().map(damaged).collect();
        public_paths(&emitted(&read(&files).model));
    }
}
