//! `generator why`.

use super::args::{Format, WhyArguments};
use super::failure::Failure;
use super::progress::Progress;
use super::{Console, Status, settings};
use crate::pipeline::Why;
use serde_json::json;

/// What is wrong with pages is not shown: the question is about one item.
pub(super) fn run(arguments: &WhyArguments, console: &mut Console<'_>) -> Result<Status, Failure> {
    let mut generator = settings::reader(&arguments.source, &console.directory)?;
    for pattern in &arguments.include {
        generator = generator.include(pattern);
    }
    for pattern in &arguments.exclude {
        generator = generator.exclude(pattern);
    }
    let mut progress = Progress::new(console);
    let reading = generator.read(&mut |stage| progress.stage(stage))?;
    progress.pause();
    let found = generator.why(&reading, &arguments.item)?;
    match arguments.format {
        Format::Text => console.print(found.iter().map(text).collect::<Vec<_>>().join("\n\n"))?,
        Format::Json => console.print(json(&arguments.item, &found))?,
    }
    Ok(Status::Done)
}

fn text(why: &Why) -> String {
    let mut lines = vec![format!("{} ({})", why.item, why.api_version)];
    for decision in &why.decisions {
        lines.push(format!("  {}: {}", decision.fact, decision.value));
        lines.push(format!("    {}", decision.source));
        let rejected = decision.rejected.iter();
        lines.extend(rejected.map(|other| format!("    not {}: {}", other.value, other.source)));
    }
    match why.chain.as_deref() {
        None => {}
        Some([]) => lines.push("  not in the selected part".to_owned()),
        Some([_]) => lines.push("  in the selected part: a pattern matches it".to_owned()),
        Some(chain) => lines.push(format!("  in the selected part: {}", chain.join(" -> "))),
    }
    lines.join("\n")
}

/// One list of decisions; each says which item of which version it is about.
fn json(item: &str, found: &[Why]) -> String {
    let decisions = found.iter().flat_map(|why| {
        why.decisions.iter().map(|decision| {
            json!({
                "item": why.item,
                "apiVersion": why.api_version,
                "fact": decision.fact,
                "value": decision.value,
                "source": decision.source,
                "rejected": decision.rejected,
            })
        })
    });
    let chains = found.iter().filter_map(|why| {
        let chain = why.chain.as_ref()?;
        Some(json!({ "item": why.item, "apiVersion": why.api_version, "chain": chain }))
    });
    let (decisions, chains): (Vec<_>, Vec<_>) = (decisions.collect(), chains.collect());
    format!(
        "{:#}",
        json!({ "format": 1, "item": item, "decisions": decisions, "chains": chains })
    )
}
