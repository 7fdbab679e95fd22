//! Two emitted crates that depend on one runtime, and a program that passes a client of it to functions of both.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use generator::{Generator, RuntimeCrate};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

const PROGRAM: &str = r###"
use graph_runtime::{Client, Error};
use kitchen::beta::kettle::In;
use pantry::beta::models::AnyAppliance;
use std::io::{Read, Write};

/// Answers two requests with a list that has one object.
fn serve(server: std::net::TcpListener) {
    for stream in server.incoming().take(2) {
        let mut stream = stream.unwrap();
        let _ = stream.read(&mut [0; 4096]).unwrap();
        let body = r##"{"value":[{"id":"7"}]}"##;
        let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close";
        write!(stream, "{head}\r\ncontent-length: {}\r\n\r\n{body}", body.len()).unwrap();
    }
}

async fn ids(client: &Client) -> Result<[Option<String>; 2], Error> {
    let kettles = kitchen::beta::kettle::list(client, In::kitchen()).send().await?;
    let appliances = pantry::beta::shelf::list_appliances(client, "1").send().await?;
    // A type of the one crate is an object for the other's runtime: it is the same trait.
    let text = graph_runtime::to_string(&kettles.value).unwrap();
    let read: Vec<pantry::beta::models::Kettle> = graph_runtime::from_str(&text).unwrap();
    let name = pantry::property!(pantry::beta::models::Kettle: id).name();
    assert_eq!((read[0].id.as_deref(), name), (Some("7"), "id"));
    let AnyAppliance::Appliance(appliance) = &appliances.value[0] else {
        panic!("{appliances:?}");
    };
    Ok([kettles.value[0].id.clone(), appliance.id.clone()])
}

fn main() {
    let server = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let client = Client::loopback(&format!("http://{}", server.local_addr().unwrap())).unwrap();
    let server = std::thread::spawn(|| serve(server));
    let executor = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    assert_eq!(executor.block_on(ids(&client)).unwrap(), [Some("7".to_owned()), Some("7".to_owned())]);
    server.join().unwrap();
}
"###;

#[test]
fn two_crates_share_one_client() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("shared_runtime");
    let runtime = below("../generator/runtime");
    let runtime = runtime.to_str().unwrap();
    // One takes the runtime from the workspace, the other by its path.
    emit(&folder, "kitchen", RuntimeCrate::workspace("graph-runtime"));
    emit(&folder, "pantry", RuntimeCrate::path("graph-runtime", runtime));
    let manifest = format!(
        "[workspace]\nresolver = \"3\"\nmembers = [\"kitchen\", \"pantry\", \"program\"]\n\n[workspace.dependencies]\n\
         graph-runtime = {{ path = {runtime:?} }}\n"
    );
    write(&folder.join("Cargo.toml"), &manifest);
    let manifest = "[package]\nname = \"program\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
                    graph-runtime = { workspace = true, features = [\"client\"] }\n\
                    kitchen = { path = \"../kitchen\", features = [\"full\", \"extra-traits\", \"testing\"] }\n\
                    pantry = { path = \"../pantry\", features = [\"full\"] }\n\
                    tokio = { version = \"1\", default-features = false, features = [\"net\", \"rt\", \"time\"] }\n";
    write(&folder.join("program/Cargo.toml"), manifest);
    write(&folder.join("program/src/main.rs"), PROGRAM);
    // The versions that this workspace is locked to are at hand; nothing is fetched.
    fs::copy(below("../Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    run(&folder);
}

/// A crate with what one area needs.
fn emit(workspace: &Path, area: &str, runtime: RuntimeCrate) {
    let generator = Generator::new()
        .docs(below("golden/docs"))
        .out_dir(workspace.join(area))
        .crate_name(area)
        .testing(true)
        .include(format!("area:{area}"))
        .runtime_crate(runtime);
    generator.run().unwrap_or_else(|error| panic!("{error}"));
    assert!(!workspace.join(area).join("src/runtime").exists());
}

/// Builds and runs the program.
fn run(workspace: &Path) {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["run", "--offline", "--package", "program"])
        .current_dir(workspace)
        // What the emitted crates depend on has been built here for other tests.
        .env("CARGO_TARGET_DIR", workspace.join("../verdict/target"))
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env_remove("RUSTFLAGS")
        .output();
    let output = match output {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            // Past the capture of the test runner: a test that did nothing must not look like one that passed.
            let _ = writeln!(std::io::stderr(), "SKIPPED: there is no cargo");
            return;
        }
        output => output.unwrap(),
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// A path below this package.
fn below(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}
