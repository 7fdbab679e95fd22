//! The marks of endpoints in linked programs: the calls that a program makes are read from its file, and no other, however
//! it is built.
//!
//! The program has a transport of its own, so that it is built in seconds; like the client, it asks the endpoint for its
//! permissions where a call is refused.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use generator::permissions::Call;
use generator::permissions::calls::binary;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

const MANIFEST: &str = r#"[package]
name = "seven"
version = "0.1.0"
edition = "2024"

[dependencies]
generated = { path = "GENERATED", default-features = false, features = ["full"] }

[profile.dev]
debug = false

[profile.fat]
inherits = "release"
lto = "fat"
codegen-units = 1
strip = true

[workspace]
"#;

const PROGRAM: &str = r#"use generated::beta::{managed_device, planner_bucket, resource_operation, role_assignment, role_scope_tag};
use generated::runtime::Endpoint;
use std::io::{Read, Write};
use std::net::TcpStream;

fn main() -> std::io::Result<()> {
    let calls: [&Endpoint; 7] = [
        &role_assignment::LIST,
        &role_assignment::CREATE,
        &role_scope_tag::LIST,
        &role_scope_tag::CREATE,
        &resource_operation::GET,
        &planner_bucket::UPDATE,
        &managed_device::WIPE,
    ];
    let Some(address) = std::env::args().nth(1) else {
        return Ok(());
    };
    calls.iter().try_for_each(|call| send(call, &address))
}

fn send(call: &Endpoint, address: &str) -> std::io::Result<()> {
    let mut stream = TcpStream::connect(address)?;
    write!(stream, "{} /{}{} HTTP/1.1\r\nConnection: close\r\n\r\n", call.method, call.version, call.path)?;
    let mut reply = String::new();
    stream.read_to_string(&mut reply)?;
    if reply.starts_with("HTTP/1.1 403") {
        println!("{call} needs {:?}", call.permissions());
    }
    Ok(())
}
"#;

#[test]
fn the_seven_calls_of_a_program_in_three_builds() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("linked");
    fs::create_dir_all(folder.join("src")).unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let generated = root.join("generated").display().to_string().replace('\\', "/");
    fs::write(folder.join("Cargo.toml"), MANIFEST.replace("GENERATED", &generated)).unwrap();
    fs::write(folder.join("src/main.rs"), PROGRAM).unwrap();
    // The versions of the workspace are there without a network.
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    for (profile, directory) in [("dev", "debug"), ("release", "release"), ("fat", "fat")] {
        let Some(program) = build(&folder, profile, directory) else {
            // Past the capture of the test runner: a test that did nothing must not look like one that passed.
            let _ = writeln!(std::io::stderr(), "SKIPPED: there is no cargo");
            return;
        };
        let bytes = fs::read(&program).unwrap();
        let calls = binary::read(&bytes, &program).unwrap_or_else(|error| panic!("{profile}: {error}"));
        insta::allow_duplicates! {
            insta::assert_snapshot!(shown(&calls), @r"
            GET /deviceManagement/resourceOperations/{resourceOperationId} api/intune-rbac-resourceoperation-get.md
            GET /deviceManagement/roleDefinitions/{roleDefinitionId}/roleAssignments api/intune-rbac-roleassignment-list.md
            GET /deviceManagement/roleScopeTags api/intune-rbac-rolescopetag-list.md /deviceManagement/roleDefinitions/{roleDefinitionId}/roleAssignments/{roleAssignmentId}/microsoft.graph.deviceAndAppManagementRoleAssignment/roleScopeTags
            PATCH /planner/buckets/{id} api/plannerbucket-update.md
            POST /users/{userId}/managedDevices/{managedDeviceId}/wipe api/intune-devices-manageddevice-wipe.md /deviceManagement/managedDevices/{managedDeviceId}/wipe
            POST /deviceManagement/roleDefinitions/{roleDefinitionId}/roleAssignments api/intune-rbac-roleassignment-create.md
            POST /deviceManagement/roleScopeTags api/intune-rbac-rolescopetag-create.md /deviceManagement/roleDefinitions/{roleDefinitionId}/roleAssignments/{roleAssignmentId}/microsoft.graph.deviceAndAppManagementRoleAssignment/roleScopeTags
            ");
        }
    }
}

fn build(folder: &Path, profile: &str, directory: &str) -> Option<PathBuf> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let target = folder.join("target");
    let built = Command::new(cargo)
        .args(["build", "--offline", "--profile", profile])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", &target)
        .env_remove("RUSTFLAGS")
        .output();
    let built = match built {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return None,
        built => built.unwrap(),
    };
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    Some(
        target
            .join(directory)
            .join(format!("seven{}", std::env::consts::EXE_SUFFIX)),
    )
}

fn shown(calls: &[Call]) -> String {
    let line = |call: &Call| {
        let page = call.page.as_deref().unwrap_or("-");
        format!("{} {page} {}", call.text, call.more_paths.join(" "))
    };
    calls
        .iter()
        .map(line)
        .map(|line| line.trim_end().to_owned() + "\n")
        .collect()
}
