//! A headless browser.

use crate::devtools::DevTools;
use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];
/// A machine that is busy with other tests starts eight browsers slowly.
const PATIENCE: Duration = Duration::from_secs(120);

/// A browser with one page. It ends with the value.
pub(crate) struct Browser {
    process: Child,
    tools: DevTools,
    _profile: TempDir,
}

impl Browser {
    /// Starts a browser; says so where there is none.
    pub(crate) fn start() -> Option<Self> {
        let named = std::env::var("SITE_BROWSER").ok();
        let found = named.or_else(|| NAMES.iter().find(|name| is_there(name)).map(|name| (*name).to_owned()));
        let Some(program) = found else {
            // Not `eprintln!`, which the test harness keeps to itself.
            let _ = writeln!(
                std::io::stderr(),
                "skipped: no browser; install Chromium, or name one in SITE_BROWSER"
            );
            return None;
        };
        let profile = TempDir::new().unwrap();
        // Without the sandbox it also runs as root in a container. It sees nothing but pages of these tests. Without the
        // third flag it drops navigations of a page that makes hundreds of them, as the test that follows every link does.
        let process = Command::new(program)
            .args(["--headless=new", "--no-sandbox", "--disable-ipc-flooding-protection"])
            .args(["--disable-gpu", "--no-first-run", "--remote-debugging-port=0"])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let (port, path) = address(&profile.path().join("DevToolsActivePort"));
        Some(Self {
            process,
            tools: DevTools::connect(port, &path),
            _profile: profile,
        })
    }

    /// Opens a URL and waits until the site shows its page.
    pub(crate) fn open(&mut self, url: &str) {
        self.tools.call("Page.navigate", json!({"url": "about:blank"}));
        self.tools.call("Page.navigate", json!({"url": url}));
        self.wait("document.documentElement?.dataset.searchable === 'yes'");
    }

    /// The value of an expression, also of one that waits.
    pub(crate) fn value(&mut self, expression: &str) -> Value {
        let asked = json!({"expression": expression, "returnByValue": true, "awaitPromise": true});
        let mut answer = self.tools.call("Runtime.evaluate", asked);
        assert_eq!(answer["exceptionDetails"], Value::Null, "{expression}");
        answer["result"]["value"].take()
    }

    /// The value of an expression that is text.
    pub(crate) fn text(&mut self, expression: &str) -> String {
        self.value(expression).as_str().unwrap_or_default().to_owned()
    }

    /// Waits until an expression is true.
    pub(crate) fn wait(&mut self, expression: &str) {
        let start = Instant::now();
        while self.value(&format!("Boolean({expression})")) != json!(true) {
            assert!(start.elapsed() < PATIENCE, "never: {expression}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Presses a key by its name, or types the letters of a text.
    pub(crate) fn press(&mut self, key: &str) {
        let code = match key {
            "Enter" => 13,
            "Tab" => 9,
            "ArrowDown" => 40,
            "Escape" => 27,
            letters => return letters.chars().for_each(|letter| self.letter(letter)),
        };
        let mut down = json!({"type": "keyDown", "key": key, "code": key, "windowsVirtualKeyCode": code});
        if key == "Enter" {
            down["text"] = json!("\r");
        }
        self.tools.call("Input.dispatchKeyEvent", down);
        self.tools.call(
            "Input.dispatchKeyEvent",
            json!({"type": "keyUp", "key": key, "code": key}),
        );
    }

    fn letter(&mut self, letter: char) {
        let down = json!({"type": "keyDown", "key": letter.to_string(), "text": letter.to_string()});
        self.tools.call("Input.dispatchKeyEvent", down);
        self.tools.call(
            "Input.dispatchKeyEvent",
            json!({"type": "keyUp", "key": letter.to_string()}),
        );
    }

    /// Makes the window as large as that of a phone or a desk.
    pub(crate) fn resize(&mut self, width: u32, height: u32) {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600});
        self.tools.call("Emulation.setDeviceMetricsOverride", size);
    }

    /// Lets the system prefer light or dark colours.
    pub(crate) fn prefer(&mut self, scheme: &str) {
        let features = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.tools.call("Emulation.setEmulatedMedia", features);
    }

    /// What the pages complained about so far.
    pub(crate) fn complaints(&self) -> &[String] {
        &self.tools.complaints
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn is_there(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(name).is_file())
}

/// The port and the path, once the browser has written them down.
fn address(file: &Path) -> (u16, String) {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        let text = fs::read_to_string(file).unwrap_or_default();
        if let Some((port, path)) = text.split_once('\n')
            && let Ok(port) = port.parse()
        {
            return (port, path.trim().to_owned());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("the browser does not say where it listens");
}
