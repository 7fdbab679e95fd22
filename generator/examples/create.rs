//! Puts a meeting into the calendar of the signed-in user and asks somebody to come.
//!
//! `cargo run -p examples --bin create -- MAIL_ADDRESS`, signed in with `az login`.

use azure_identity::DeveloperToolsCredential;
use generated::runtime::{Client, Error};
use generated::v1_0::calendar;
use generated::v1_0::models::{Attendee, DateTimeTimeZone, Event};

/// Returns the meeting as the service has completed it.
pub(crate) async fn create(client: &Client, guest: &str) -> Result<Event, Error> {
    let time = |clock: &str| DateTimeTimeZone {
        date_time: Some(format!("2026-12-01T{clock}")),
        time_zone: Some("Europe/Oslo".to_owned()),
        ..DateTimeTimeZone::default()
    };
    let mut attendee = Attendee::default();
    attendee.email_address.get_or_insert_default().address = Some(guest.to_owned());
    let event = Event {
        subject: Some("Pilot briefing".to_owned()),
        start: Some(Box::new(time("06:45:00"))),
        end: Some(Box::new(time("07:15:00"))),
        attendees: Some(vec![attendee]),
        ..Event::default()
    };
    calendar::create_event(client, calendar::At::me_calendar(), &event).await
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let guest = std::env::args().nth(1).ok_or("whom to ask?")?;
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    println!("{:#?}", create(&client, &guest).await?);
    Ok(())
}
