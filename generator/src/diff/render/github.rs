//! Annotations of a GitHub workflow, worst first, because GitHub shows only the first few of each level.

use super::{Sides, advice, members, program};
use crate::diff::{Changes, Impact, Touched};

/// One workflow command for each change, and one with the verdict.
pub fn github(changes: &Changes, sides: &Sides) -> String {
    let mut own = members::by_place(changes);
    own.sort_by_key(|members| members.first().map(|change| change.impact));
    let mut out = String::new();
    for members in own {
        let Some(change) = members.first() else { continue };
        let level = match change.impact {
            Impact::Breaking => "error",
            Impact::Additive | Impact::Docs => "notice",
        };
        let place = sides.place_in_repository(change).map_or(String::new(), |(path, line)| {
            format!("file={},line={line},", property(&path))
        });
        let mut message = members::message(&members, str::to_owned);
        if let Some(touches) = program::touches(members.iter().copied(), str::to_owned) {
            message.push_str(&format!(" ({touches})"));
        }
        for line in advice::lines(&members, str::to_owned) {
            message.push_str(&format!("\n{line}"));
        }
        let title = property(&format!("{} {} ({})", change.rule.id(), change.item(), change.impact));
        out.push_str(&format!("::{level} {place}title={title}::{}\n", escaped(&message)));
    }
    if let Some(program) = &changes.program {
        out.push_str(&of_program(program, sides));
    }
    out.push_str(&format!(
        "::notice title=API changes::{}\n",
        escaped(&changes.summary().to_string())
    ));
    out
}

/// One command with everything that the program has to do.
fn of_program(program: &Touched, sides: &Sides) -> String {
    let lines = program::advice(program, sides, str::to_owned);
    let lines = lines
        .iter()
        .map(|line| format!("\n{}{}", "  ".repeat(line.depth), line.text));
    let message = program::summary(program) + &lines.collect::<String>();
    let is_quiet = program.gone.is_empty() && program.grants.iter().all(|one| one.ask.is_empty());
    let level = if is_quiet { "notice" } else { "warning" };
    format!("::{level} title=Your program::{}\n", escaped(&message))
}

/// The runner reads a command up to the line end and decodes these.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_cannot_end_a_command_or_begin_another() {
        assert_eq!(property("a,b:c%\n::error"), "a%2Cb%3Ac%25%0A%3A%3Aerror");
        assert_eq!(escaped("50%\r\n::error::x"), "50%25%0D%0A::error::x");
    }
}
