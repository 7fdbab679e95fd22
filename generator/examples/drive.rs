//! Uploads a file in parts to a path, whatever its size, and loads its beginning by the same path.
//!
//! `cargo run -p examples --bin drive -- FILE`, signed in with `az login`.

use azure_identity::DeveloperToolsCredential;
use generated::runtime::{Bytes, Client, Error, UploadSession};
use generated::v1_0::{drive_item, models::DriveItem};

/// The file in the drive, and its first sixteen bytes as they came back.
pub(crate) async fn upload(client: &Client, bytes: Bytes) -> Result<(DriveItem, Bytes), Error> {
    let at = drive_item::At::me_drive_path("Charts/harbor map.pdf");
    let body = drive_item::CreateUploadSessionParameters::default();
    let session = drive_item::create_upload_session(client, at, &body).await?;
    let session = UploadSession::new(client, &session.upload_url.unwrap_or_default())?;
    let file = session.upload(bytes).await?;
    let download = drive_item::get_content(client, at).range(..16).download().await?;
    Ok((file, download.collect().await?))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).ok_or("which file?")?;
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    let (file, _) = upload(&client, std::fs::read(file)?.into()).await?;
    println!("{:#?}", file.web_url);
    Ok(())
}
