//! The service in the program's own process.

use crate::run;
use generated::property;
use generated::runtime::{Answer, Batch, ClientBuilder, Endpoint, ErrorKind, Method, Mock, Request, UploadSession};
use generated::v1_0::models::User;
use generated::v1_0::{group, report_root, user};

fn named(name: &str) -> User {
    User {
        display_name: Some(name.to_owned()),
        ..User::default()
    }
}

#[test]
fn a_call_is_sent_again_and_recorded_each_time() {
    let mock = Mock::new()
        .on(&user::GET, Answer::status(429))
        .twice()
        .on(&user::GET, Answer::json(named("Ada")));
    let request = user::get(&mock.client(), user::At::users("ada@example.com"));
    let user = run(request.select([property!(User: display_name)]).send()).unwrap();
    assert_eq!(user.display_name.as_deref(), Some("Ada"));
    let calls = mock.calls();
    assert_eq!(calls.len(), 3);
    let call = &calls[2];
    assert_eq!((call.method, &*call.path), ("GET", "/v1.0/users/ada%40example.com"));
    assert_eq!(call.option("$select"), Some("displayName"));
    assert_eq!(call.header("Accept"), Some("application/json"));
    assert!(call.header("authorization").is_none());
    mock.verify().unwrap();
}

#[test]
fn bodies_are_recorded() {
    let mock = Mock::new().on(&user::UPDATE, Answer::status(204));
    run(user::update(&mock.client(), user::At::me(), &named("Ada")).send()).unwrap();
    let calls = mock.calls_of(&user::UPDATE);
    assert_eq!(calls[0].text(), r#"{"displayName":"Ada"}"#);
    assert_eq!(calls[0].json::<User>().unwrap().display_name.as_deref(), Some("Ada"));
    assert!(mock.calls_of(&user::GET).is_empty());
}

#[test]
fn lists_come_in_pages_as_often_as_they_are_read() {
    let mock = Mock::new().pages(&user::LIST, [vec![named("Ada"), named("Bo")], vec![named("Cleo")]]);
    for _ in 0..2 {
        let mut users = user::list(&mock.client()).items();
        let names = run(async {
            let mut names = Vec::new();
            while let Some(user) = users.next_item().await {
                names.extend(user.unwrap().display_name);
            }
            names
        });
        assert_eq!(names, ["Ada", "Bo", "Cleo"]);
    }
    assert_eq!(mock.calls().len(), 4);
}

#[test]
fn a_delta_link_leads_back_to_the_function() {
    let link = "https://graph.microsoft.com/v1.0/users/delta?$deltatoken=7";
    let first = format!(r#"{{"value":[{{"id":"1"}}],"@odata.deltaLink":"{link}"}}"#);
    let mock = Mock::new()
        .on(&user::DELTA, Answer::list([named("Bo")]))
        .when(|call| call.option("$deltatoken") == Some("7"))
        .on(&user::DELTA, Answer::json(first));
    let client = mock.client();
    let page = run(user::delta(&client).send()).unwrap();
    let request = Request::resume(&client, &user::DELTA, &page.delta_link.unwrap());
    let changed: generated::runtime::Collection<User> = run(request.send()).unwrap();
    assert_eq!(changed.value[0].display_name.as_deref(), Some("Bo"));
}

#[test]
fn each_request_of_a_batch_is_a_call() {
    let mock = Mock::new()
        .on(&user::GET, Answer::status(429))
        .once()
        .on(
            &user::GET,
            Answer::with(|call| Answer::json(named(call.path.rsplit('/').next().unwrap_or_default()))),
        )
        .on(
            &group::REMOVE_MEMBER,
            Answer::error(404, "Request_ResourceNotFound", "no such member"),
        );
    let client = mock.client();
    let mut batch = Batch::new(&client);
    let steps = ["ada", "bo"].map(|id| batch.add(user::get(&client, user::At::users(id))));
    let gone = batch.add(group::remove_member(&client, "g", "x"));
    let answers = run(batch.send()).unwrap();
    let names = steps.map(|step| answers.get(&step).unwrap().display_name.unwrap());
    assert_eq!(names, ["ada", "bo"]);
    assert_eq!(answers.get(&gone).unwrap_err().code(), Some("Request_ResourceNotFound"));
    // The first request was turned away and sent again.
    assert_eq!(mock.calls_of(&user::GET).len(), 3);
    mock.verify().unwrap();
}

#[test]
fn uploads_and_redirects_are_mocked_by_their_url() {
    let link = "https://files.example.com/d7";
    let mock = Mock::new()
        .on_url(
            "https://upload.example.com/",
            Answer::json(r#"{"id":"7"}"#).with_status(201),
        )
        .on(
            &report_root::GET_OFFICE365_ACTIVE_USER_DETAIL,
            Answer::status(302).header("Location", link),
        )
        .on_url(link, Answer::bytes("a,b\n1,2\n", "text/csv"));
    let client = mock.client();
    let session = UploadSession::new(&client, "https://upload.example.com/s?t=1").unwrap();
    let item: generated::v1_0::models::DriveItem = run(session.upload(b"text".to_vec())).unwrap();
    assert_eq!((item.id.as_deref(), &*mock.calls()[0].text()), (Some("7"), "text"));
    let csv = run(report_root::get_office365_active_user_detail(&client, "D7").send()).unwrap();
    assert_eq!(&*csv, b"a,b\n1,2\n");
    assert_eq!(mock.calls().len(), 3);
}

#[test]
fn pages_of_the_reference_have_answers_ready() {
    let mock = Mock::new()
        .on(&user::GET, Answer::documented(&user::GET))
        .on(&group::REMOVE_MEMBER, Answer::documented(&group::REMOVE_MEMBER));
    let client = mock.client();
    let user = run(user::get(&client, user::At::me()).send()).unwrap();
    assert!(user.id.is_some(), "{user:?}");
    run(group::remove_member(&client, "g", "x").send()).unwrap();
}

#[test]
fn a_call_without_an_example_says_so() {
    static ODD: Endpoint = Endpoint::new(Method::Get, "v1.0", "/odd");
    let mock = Mock::new().on(&ODD, Answer::documented(&ODD));
    let request: Request<User> = Request::new(&mock.client(), &ODD, &[]);
    let error = run(request.send()).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("there is no documented response of `GET /v1.0/odd`"),
        "{error}"
    );
}

#[test]
fn an_unexpected_call_says_what_was_asked_and_what_is_mocked() {
    let mock = Mock::new()
        .on(&user::GET, Answer::list::<User>([]))
        .once()
        .on(&group::REMOVE_MEMBER, Answer::status(204));
    let client = mock.client();
    let error = run(user::list(&client).top(5).send()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Request);
    insta::assert_snapshot!(error, @r"
    GET /v1.0/users: nothing is mocked for GET https://graph.microsoft.com/v1.0/users?$top=5
    mocked are:
    - `GET /v1.0/users/{id | userPrincipalName}`
    - `DELETE /v1.0/groups/{group-id}/members/{directory-object-id}/$ref`
    ");
    // It is not sent again, although a GET may be.
    assert_eq!(mock.calls().len(), 1);
    insta::assert_snapshot!(mock.verify().unwrap_err(), @r"
    nothing is mocked for GET https://graph.microsoft.com/v1.0/users?$top=5
    mocked are:
    - `GET /v1.0/users/{id | userPrincipalName}`
    - `DELETE /v1.0/groups/{group-id}/members/{directory-object-id}/$ref`
    `GET /v1.0/users/{id | userPrincipalName}` was asked 0 of 1 times
    ");
}

#[test]
fn rules_that_are_used_up_say_so() {
    let mock = Mock::new().on(&user::LIST, Answer::list::<User>([])).once();
    let client = mock.client();
    run(user::list(&client).send()).unwrap();
    let error = run(user::list(&client).send()).unwrap_err();
    insta::assert_snapshot!(error, @r"
    GET /v1.0/users: nothing is mocked for GET https://graph.microsoft.com/v1.0/users
    mocked are:
    - `GET /v1.0/users` (used up after 1)
    a rule is for this call, but it is used up, or its condition is not met
    ");
}

#[test]
fn text_that_is_not_json_is_told() {
    let mock = Mock::new().on(&user::LIST, Answer::json("{value:[]}"));
    let error = run(user::list(&mock.client()).send()).unwrap_err();
    assert!(
        error.to_string().contains("the text of a mocked answer is not JSON"),
        "{error}"
    );
}

#[test]
fn a_broken_connection_is_tried_again() {
    let mock = Mock::new()
        .on(&user::LIST, Answer::broken())
        .once()
        .on(&user::LIST, Answer::list([named("Ada")]));
    assert_eq!(run(user::list(&mock.client()).send()).unwrap().value.len(), 1);
    mock.verify().unwrap();
}

#[test]
fn calls_that_wait_work_too() {
    let mock = Mock::new().pages(&user::LIST, [vec![named("Ada")], vec![named("Bo")]]);
    let users = user::list(&mock.client()).items_blocking();
    assert_eq!(users.count(), 2);
}

#[test]
fn other_settings_come_from_the_builder() {
    let mock = Mock::new().on(&user::LIST, Answer::list([named("Ada")]));
    let builder: ClientBuilder = generated::runtime::Client::builder();
    let client = builder
        .base_url("https://graph.example.com")
        .header("x-team", "tides")
        .mock(&mock);
    run(user::list(&client.build().unwrap()).send()).unwrap();
    let calls = mock.calls();
    assert_eq!(calls[0].url, "https://graph.example.com/v1.0/users");
    assert_eq!(calls[0].header("x-team"), Some("tides"));
}
