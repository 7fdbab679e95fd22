//! A spinner on a terminal, for runs that take a while.

use super::Console;
use crate::pipeline::Stage;
use indicatif::ProgressBar;
use std::time::Duration;

/// With fewer pages a run is over before anybody looks.
const MANY_PAGES: usize = 1000;

/// Shows which stage a long run is in. Nothing is drawn unless the console is a terminal.
pub(super) struct Progress {
    on_terminal: bool,
    is_long: bool,
    bar: Option<ProgressBar>,
}

impl Progress {
    pub(super) fn new(console: &Console<'_>) -> Self {
        Self {
            on_terminal: console.terminal,
            is_long: false,
            bar: None,
        }
    }

    /// A stage begins.
    pub(super) fn stage(&mut self, stage: Stage) {
        if let Stage::Reading { pages } = stage {
            self.is_long = pages >= MANY_PAGES;
        }
        if self.on_terminal && self.is_long {
            self.bar.get_or_insert_with(spinner).set_message(stage.to_string());
        }
    }

    /// Clears the line, because something is to be printed or the work is done.
    pub(super) fn pause(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.pause();
    }
}

fn spinner() -> ProgressBar {
    let bar = ProgressBar::new_spinner();
    bar.enable_steady_tick(Duration::from_millis(100));
    bar
}
