//! Sends a mail.
//!
//! `cargo run -p examples --bin mail -- MAIL_ADDRESS`, signed in with `az login`.

use azure_identity::DeveloperToolsCredential;
use generated::runtime::{Client, Error};
use generated::v1_0::models::{ItemBody, Message, Recipient};
use generated::v1_0::user::{self, SendMailParameters};

/// The service has taken the mail; it need not have arrived.
pub(crate) async fn send(client: &Client, to: &str) -> Result<(), Error> {
    let mut recipient = Recipient::default();
    recipient.email_address.get_or_insert_default().address = Some(to.to_owned());
    let body = ItemBody {
        content: Some("From noon on, until the evening tide.".to_owned()),
        ..ItemBody::default()
    };
    let message = Message {
        subject: Some("Berth 9 is free".to_owned()),
        body: Some(Box::new(body)),
        to_recipients: Some(vec![recipient.into()]),
        ..Message::default()
    };
    let mail = SendMailParameters {
        message: Some(Box::new(message)),
        ..SendMailParameters::default()
    };
    user::send_mail(client, user::At::me(), &mail).await
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let to = std::env::args().nth(1).ok_or("to whom?")?;
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    Ok(send(&client, &to).await?)
}
