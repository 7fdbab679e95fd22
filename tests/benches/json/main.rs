//! Reading and writing a megabyte of JSON with the emitted models, beside serde's derives on the same structs.
//!
//! `cargo bench -p tests --bench json`
//!
//! Both read and write the same bytes; the sides take turns, and the ratio is that of the medians of CPU time.
#![allow(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

mod derived;
#[path = "../measure/mod.rs"]
mod measure;

use generated::beta::models::RoleDefinition as Emitted;
use generated::runtime;
use measure::{median, own_cpu, verdict};
use std::hint::black_box;

const LIMIT: f64 = 1.5;
const SIZE: usize = 1_000_000;

fn main() {
    let json = sample();
    let megabytes = json.len() as f64 / 1e6;
    let rounds = measure::option("--rounds", 15);
    let emitted: Vec<Emitted> = runtime::from_slice(json.as_bytes()).unwrap();
    let derived: Vec<derived::RoleDefinition> = serde_json::from_slice(json.as_bytes()).unwrap();
    assert_eq!(runtime::to_vec(&emitted).unwrap(), json.as_bytes());
    assert_eq!(serde_json::to_vec(&derived).unwrap(), json.as_bytes());
    println!(
        "{megabytes:.2} MB, {} role definitions, {rounds} rounds, medians\n",
        emitted.len()
    );
    println!("| | emitted MB/s | derived MB/s | derived / emitted | limit |");
    println!("| --- | --- | --- | --- | --- |");
    let compare = |name: &str, ours: &dyn Fn(), theirs: &dyn Fn(), limit: Option<f64>| {
        let pairs: Vec<(f64, f64)> = (0..rounds)
            .map(|_| (speed(megabytes, ours), speed(megabytes, theirs)))
            .collect();
        let (ours, theirs) = (
            median(pairs.iter().map(|pair| pair.0)),
            median(pairs.iter().map(|pair| pair.1)),
        );
        let ratio = theirs / ours;
        let limit = limit.map_or(String::new(), |limit| format!("{limit} {}", verdict(ratio, limit)));
        println!("| {name} | {ours:.0} | {theirs:.0} | {ratio:.2} | {limit} |");
    };
    let read_derived = || {
        drop(black_box(serde_json::from_slice::<Vec<derived::RoleDefinition>>(
            json.as_bytes(),
        )));
    };
    let write_derived = || drop(black_box(serde_json::to_vec(&derived)));
    compare(
        "read, `runtime::from_slice`",
        &|| drop(black_box(runtime::from_slice::<Vec<Emitted>>(json.as_bytes()))),
        &read_derived,
        Some(LIMIT),
    );
    compare(
        "write, `runtime::to_vec`",
        &|| drop(black_box(runtime::to_vec(&emitted))),
        &write_derived,
        Some(LIMIT),
    );
    // Any other serde format takes this road, which erases types at every level.
    compare(
        "read, `serde_json::from_slice`",
        &|| drop(black_box(serde_json::from_slice::<Vec<Emitted>>(json.as_bytes()))),
        &read_derived,
        None,
    );
    compare(
        "write, `serde_json::to_vec`",
        &|| drop(black_box(serde_json::to_vec(&emitted))),
        &write_derived,
        None,
    );
}

/// Megabytes in a CPU second. The clock of `/proc` ticks a hundred times a second, so a round is many ticks long.
fn speed(megabytes: f64, work: &dyn Fn()) -> f64 {
    let (before, mut times) = (own_cpu(), 0.0);
    loop {
        work();
        times += 1.0;
        let used = own_cpu().since(before).total();
        if used >= 0.3 {
            return megabytes * times / used;
        }
    }
}

/// Role definitions with nested permissions, and the texts that such things have.
fn sample() -> String {
    let mut items = Vec::new();
    let mut length = 0;
    while length < SIZE {
        let number = items.len();
        let actions: Vec<String> = (0..4)
            .map(|at| format!("\"Microsoft.Intune_Area{}_Read\"", (number + at) % 17))
            .collect();
        let actions = actions.join(",");
        let resource = format!(
            r#"{{"allowedResourceActions":[{actions}],"notAllowedResourceActions":["Microsoft.Intune_Area{}_Wipe"]}}"#,
            number % 7
        );
        let permission = format!(r#"{{"actions":[{actions}],"resourceActions":[{resource},{resource}]}}"#);
        let item = format!(
            r#"{{"id":"00000000-0000-0000-0000-{number:012}","displayName":"Role {number}","description":"Reads \"reports\" of area {number}.\nNothing else.","rolePermissions":[{permission},{permission}],"isBuiltIn":{},"roleScopeTagIds":["0","{number}"]}}"#,
            number % 2 == 0
        );
        length += item.len() + 1;
        items.push(item);
    }
    format!("[{}]", items.join(","))
}
