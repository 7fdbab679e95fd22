//! Assigns a profile to all devices except those of a group, and erases a device.
//!
//! `cargo run -p examples --bin intune -- PROFILE_ID GROUP_ID DEVICE_ID`, signed in with `az login`.

use azure_identity::DeveloperToolsCredential;
use generated::beta::models::{
    AllDevicesAssignmentTarget, DeviceManagementResourceAccessProfileAssignment as Assignment,
    ExclusionGroupAssignmentTarget,
};
use generated::beta::{device_management_resource_access_profile_base as profile, managed_device};
use generated::runtime::{Build, Client, Error};

/// Each target is of a type of its own; the service learns which from the body.
pub(crate) async fn assign(client: &Client, id: &str, except: &str) -> Result<(), Error> {
    let group = ExclusionGroupAssignmentTarget::with(|it| it.group_id = Some(except.to_owned()));
    let targets = [AllDevicesAssignmentTarget::default().into(), group.into()];
    let assignments = targets.map(|target| Assignment::with(|it| it.target = Some(target)));
    let body = profile::AssignParameters::with(|it| it.assignments = Some(assignments.into()));
    profile::assign(client, id, &body).await?;
    Ok(())
}

/// Everything on the device is lost.
pub(crate) async fn wipe(client: &Client, device: &str) -> Result<(), Error> {
    let body = managed_device::WipeParameters::with(|it| it.keep_user_data = Some(false));
    managed_device::wipe(client, managed_device::At::managed_devices(device), &body).await
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let ids: Vec<String> = std::env::args().skip(1).collect();
    let [profile, group, device] = &ids[..] else {
        return Err("which profile, which group, which device?".into());
    };
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    assign(&client, profile, group).await?;
    Ok(wipe(&client, device).await?)
}
