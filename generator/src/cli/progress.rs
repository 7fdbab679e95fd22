//! A spinner on a terminal, for runs that take a while.

use super::Console;
use crate::pipeline::Stage;
use indicatif::ProgressBar;
use std::time::Duration;

/// With fewer pages a run is over before anybody looks.
const MANY_PAGES: usize = 1000;

/// Shows which stage a long run is in. Nothing is drawn unless the console is a terminal.
pub(super) struct Progress {
    terminal: bool,
    bar: Option<ProgressBar>,
}

impl Progress {
    pub(super) fn new(console: &Console<'_>) -> Self {
        Self {
            terminal: console.terminal,
            bar: None,
        }
    }

    /// A stage begins.
    pub(super) fn stage(&mut self, stage: Stage) {
        if let Stage::Reading { pages } = stage
            && pages >= MANY_PAGES
            && self.terminal
        {
            let bar = ProgressBar::new_spinner();
            bar.enable_steady_tick(Duration::from_millis(100));
            self.bar = Some(bar);
        }
        if let Some(bar) = &self.bar {
            bar.set_message(stage.to_string());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
