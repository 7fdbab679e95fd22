//! What the emitted crate costs to compile, beside the same structs with serde's derives.
//!
//! `GRAPH_DOCS_CORPUS=FOLDER cargo bench -p tests --bench compile_cost`
//!
//! One run of each, one after the other: it takes minutes, and gigabytes of memory for the derives.
#![allow(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

mod check;
#[path = "../measure/mod.rs"]
mod measure;
mod program;
mod twin;

use check::{Crate, Figures, Workshop};
use generator::Generator;
use generator::emit::write::{self, Files};
use std::path::Path;

const RATIO_LIMIT: f64 = 0.25;
const MEMORY_LIMIT: f64 = 1500.0;
const AREA: &str = "intune_rbac";

fn main() {
    let Some(corpus) = measure::corpus("compile_cost") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let files = emit(&corpus);
    let shop = Workshop::new(folder.path());
    write::write(&folder.path().join("full"), &files).unwrap();
    write_all(&folder.path().join("derives"), &twin::files(&files));
    write_all(&folder.path().join("consumer"), &program::files());
    println!("{}", describe(&files));
    println!("| crate | user CPU s | system CPU s | largest rustc, MB |");
    println!("| --- | --- | --- | --- |");
    let everything = Crate::new("full").features("full,client,extra-traits");
    shop.build_dependencies(&everything);
    let most = show("emitted, all areas, every feature", shop.check(&everything));
    let usual = Crate::new("full").features("full,client");
    show(
        "emitted, all areas, the features that are on by default",
        shop.check(&usual),
    );
    let full = Crate::new("full").features("full");
    shop.build_dependencies(&full);
    let ours = show(
        "emitted, all areas, without `client`: types and endpoints",
        shop.check(&full),
    );
    // Every area is checked by now, so this is the program alone.
    let consumer = Crate::new("consumer");
    show("a ten-line program that uses one type of it", shop.check(&consumer));
    let area = Crate::new("full").features(AREA);
    show(&format!("emitted, only `{AREA}` and what it needs"), shop.check(&area));
    let derives = Crate::new("derives");
    shop.build_dependencies(&derives);
    let theirs = show("the same structs with serde derives", shop.check(&derives));
    // The twin has every struct and `PartialEq`, so it stands beside the crate with every feature, which has thousands of
    // functions and a client besides.
    let ratio = most.cpu.user / theirs.cpu.user;
    println!(
        "\nratio of user CPU, every feature: {ratio:.3}, limit {RATIO_LIMIT}: {}",
        measure::verdict(ratio, RATIO_LIMIT)
    );
    println!(
        "largest rustc, without `client`: {:.0} MB, limit {MEMORY_LIMIT:.0}: {}",
        ours.peak,
        measure::verdict(ours.peak, MEMORY_LIMIT)
    );
}

fn emit(corpus: &Path) -> Files {
    let generator = Generator::new().docs(corpus).api_version("beta").crate_name("graph");
    let reading = generator.read(&mut |_| {}).unwrap();
    generator.emit(&reading.model).unwrap()
}

/// How large the emitted crate is.
fn describe(files: &Files) -> String {
    // The runtime is the same in every crate.
    let pages = || files.iter().filter(|(path, _)| path.starts_with("src/beta/"));
    let count = |word: &str| pages().map(|(_, text)| text.matches(word).count()).sum::<usize>();
    format!(
        "emitted, beta: {} files, {:.1} MB, {} structs with {} fields, {} enums, {} polymorphic enums, {} functions, {} endpoints\n",
        files.len(),
        files.values().map(String::len).sum::<usize>() as f64 / 1e6,
        count("\nrt::model! {"),
        count("\n    pub ") - count("\n    pub const ") - count("\n    pub additional_properties"),
        count("\nrt::open_enum! {") + count("\nrt::flags_enum! {"),
        count("\nrt::any_enum! {"),
        count("\npub fn "),
        count(": rt::Endpoint = ")
    )
}

fn show(name: &str, figures: Figures) -> Figures {
    let Figures { cpu, peak } = figures;
    println!("| {name} | {:.1} | {:.1} | {peak:.0} |", cpu.user, cpu.system);
    figures
}

fn write_all(folder: &Path, files: &Files) {
    for (path, text) in files {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}
