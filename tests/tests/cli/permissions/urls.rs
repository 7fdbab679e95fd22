//! A hundred URLs, as they stand in logs, and the documented routes that they mean.

use super::page;
use crate::sandbox::Sandbox;
use generator::cli::Status;
use std::fmt::Write;

const ROUTES: &str = "\
GET /kilns
POST /kilns
GET /kilns/{id}
PATCH /kilns/{id | name}
DELETE /kilns/{id}
GET /kilns/delta
GET /kilns(serial='{serial}')
GET /kilns/{id}/pots
POST /kilns/{id}/pots/$ref
DELETE /kilns/{id}/pots/{id}/$ref
GET /kilns/{id}/photo/$value
GET /kilns/{id}/microsoft.graph.gasKiln
POST /kilns/{id}/fire
GET /kilns/{id}/heat(from='{from}',to='{to}')
GET /reports/getHeat(period='{period}')
GET /me/kiln
GET /people/{id | userPrincipalName}
GET /people/{id}/kilns/{id}/logs/{id}
GET /drives/{drive-id}/items/{item-id}
GET /drives/{drive-id}/items/{item-id}/children
PUT /drives/{drive-id}/items/{parent-id}:/{filename}:/content
GET /me/drive/root:/{item-path}
GET /me/drive/items/{id}/versions
GET /sites/{hostname}:/{server-relative-path}
GET /sites/{site-id}/lists
GET /chats/{chat-id}/messages
POST /communications/calls/{id}/answer";

/// The call, and the version and route that it means; `-` for none.
const TABLE: &str = "\
GET https://graph.microsoft.com/v1.0/kilns => v1.0 GET /kilns
GET https://graph.microsoft.com/v1.0/kilns/ => v1.0 GET /kilns
GET https://graph.microsoft.com/v1.0//kilns => v1.0 GET /kilns
GET https://graph.microsoft.com//v1.0/kilns => v1.0 GET /kilns
GET https://graph.microsoft.com:443/v1.0/kilns => v1.0 GET /kilns
GET HTTPS://GRAPH.MICROSOFT.COM/V1.0/KILNS => v1.0 GET /kilns
GET https://graph.microsoft.us/v1.0/kilns => v1.0 GET /kilns
GET https://dod-graph.microsoft.us/v1.0/kilns => v1.0 GET /kilns
GET https://microsoftgraph.chinacloudapi.cn/v1.0/kilns => v1.0 GET /kilns
GET https://graph.microsoft.com/beta/kilns => beta GET /kilns
GET graph.microsoft.com/v1.0/kilns => v1.0 GET /kilns
GET /v1.0/kilns => v1.0 GET /kilns
GET v1.0/kilns => v1.0 GET /kilns
GET /kilns => v1.0 GET /kilns
GET kilns => v1.0 GET /kilns
GET https://graph.microsoft.com/v1.0/kilns?$top=5&$select=id,name => v1.0 GET /kilns
GET https://graph.microsoft.com/v1.0/kilns?$filter=contains(name,'a/b') => v1.0 GET /kilns
GET https://graph.microsoft.com/v1.0/kilns/$count => v1.0 GET /kilns
GET https://graph.microsoft.com/v1.0/kilns/%24count => v1.0 GET /kilns
GET https://graph.microsoft.com/v1.0/kilns?$skiptoken=X%27aGVs%27 => v1.0 GET /kilns
GET https://graph.microsoft.com/v1.0/k%69lns => v1.0 GET /kilns
get https://graph.microsoft.com/v1.0/Kilns => v1.0 GET /kilns
https://graph.microsoft.com/v1.0/kilns => v1.0 GET /kilns
POST https://graph.microsoft.com/v1.0/kilns => v1.0 POST /kilns
PATCH https://graph.microsoft.com/v1.0/kilns/7 => v1.0 PATCH /kilns/{id | name}
DELETE https://graph.microsoft.com/v1.0/kilns/7 => v1.0 DELETE /kilns/{id}
GET https://graph.microsoft.com/v1.0/kilns/0f8fad5b-d9cb-469f-a165-70867728950e => v1.0 GET /kilns/{id}
GET https://graph.microsoft.com/v1.0/kilns('0f8fad5b-d9cb-469f-a165-70867728950e') => v1.0 GET /kilns/{id}
GET https://graph.microsoft.com/v1.0/kilns(0f8fad5b-d9cb-469f-a165-70867728950e) => v1.0 GET /kilns/{id}
GET https://graph.microsoft.com/v1.0/kilns('old/one') => v1.0 GET /kilns/{id}
GET https://graph.microsoft.com/v1.0/kilns(%27seven%27) => v1.0 GET /kilns/{id}
GET https://graph.microsoft.com/v1.0/kilns/AAMkAGI2TG93AAA= => v1.0 GET /kilns/{id}
GET https://graph.microsoft.com/v1.0/kilns/big%20one => v1.0 GET /kilns/{id}
GET https://graph.microsoft.com/v1.0/kilns/{id} => v1.0 GET /kilns/{id}
GET https://graph.microsoft.com/v1.0/kilns/{kiln-id} => v1.0 GET /kilns/{id}
GET https://graph.microsoft.com/v1.0/kilns/delta => v1.0 GET /kilns/delta
GET https://graph.microsoft.com/v1.0/kilns/delta() => v1.0 GET /kilns/delta
GET https://graph.microsoft.com/v1.0/kilns/microsoft.graph.delta() => v1.0 GET /kilns/delta
GET https://graph.microsoft.com/v1.0/kilns/microsoft.graph.delta => v1.0 GET /kilns/delta
GET https://graph.microsoft.com/v1.0/kilns/delta?$deltatoken=latest => v1.0 GET /kilns/delta
GET https://graph.microsoft.com/v1.0/kilns(serial='A-1') => v1.0 GET /kilns(serial='{serial}')
GET https://graph.microsoft.com/v1.0/kilns(Serial='A-1') => v1.0 GET /kilns(serial='{serial}')
GET https://graph.microsoft.com/v1.0/kilns(serial=%27A-1%27) => v1.0 GET /kilns(serial='{serial}')
GET https://graph.microsoft.com/v1.0/kilns(name='big') => v1.0 GET /kilns/{id}
GET https://graph.microsoft.com/v1.0/kilns/7/pots => v1.0 GET /kilns/{id}/pots
GET https://graph.microsoft.com/v1.0/kilns('7')/pots => v1.0 GET /kilns/{id}/pots
GET https://graph.microsoft.com/v1.0/kilns/7/pots/$count => v1.0 GET /kilns/{id}/pots
GET https://graph.microsoft.com/v1.0/kilns/7/pots/microsoft.graph.clayPot => v1.0 GET /kilns/{id}/pots
GET https://graph.microsoft.com/v1.0/kilns/7/pots/graph.clayPot/$count => v1.0 GET /kilns/{id}/pots
GET https://graph.microsoft.com/v1.0/kilns/7/pots/microsoft.graph.clayPot/$count => v1.0 GET /kilns/{id}/pots
POST https://graph.microsoft.com/v1.0/kilns/7/pots/$ref => v1.0 POST /kilns/{id}/pots/$ref
DELETE https://graph.microsoft.com/v1.0/kilns/7/pots/8/$ref => v1.0 DELETE /kilns/{id}/pots/{id}/$ref
DELETE https://graph.microsoft.com/v1.0/kilns('7')/pots('8')/$ref => v1.0 DELETE /kilns/{id}/pots/{id}/$ref
GET https://graph.microsoft.com/v1.0/kilns/7/photo/$value => v1.0 GET /kilns/{id}/photo/$value
GET https://graph.microsoft.com/v1.0/kilns/7/photo/%24value => v1.0 GET /kilns/{id}/photo/$value
GET https://graph.microsoft.com/v1.0/kilns/7/microsoft.graph.gasKiln => v1.0 GET /kilns/{id}/microsoft.graph.gasKiln
GET https://graph.microsoft.com/v1.0/kilns/7/graph.gasKiln => v1.0 GET /kilns/{id}/microsoft.graph.gasKiln
GET https://graph.microsoft.com/v1.0/kilns/7/microsoft.graph.GASKILN => v1.0 GET /kilns/{id}/microsoft.graph.gasKiln
GET https://graph.microsoft.com/v1.0/kilns/7/microsoft.graph.oilKiln => v1.0 GET /kilns/{id}
POST https://graph.microsoft.com/v1.0/kilns/7/fire => v1.0 POST /kilns/{id}/fire
POST https://graph.microsoft.com/v1.0/kilns/7/microsoft.graph.fire => v1.0 POST /kilns/{id}/fire
POST https://graph.microsoft.com/v1.0/kilns('7')/fire => v1.0 POST /kilns/{id}/fire
POST https://graph.microsoft.com/v1.0/kilns/7/FIRE/ => v1.0 POST /kilns/{id}/fire
GET https://graph.microsoft.com/v1.0/kilns/7/heat(from='a',to='b') => v1.0 GET /kilns/{id}/heat(from='{from}',to='{to}')
GET https://graph.microsoft.com/v1.0/kilns/7/heat(to='b',from='a') => v1.0 GET /kilns/{id}/heat(from='{from}',to='{to}')
GET https://graph.microsoft.com/v1.0/kilns/7/heat(from='2026-01-01T00:00:00Z',to='2026-02-01T00:00:00Z') => v1.0 GET /kilns/{id}/heat(from='{from}',to='{to}')
GET https://graph.microsoft.com/v1.0/kilns/7/heat(from=@a,to=@b)?@a='x'&@b='y' => v1.0 GET /kilns/{id}/heat(from='{from}',to='{to}')
GET https://graph.microsoft.com/v1.0/kilns/7/microsoft.graph.heat(from='a/1',to='b,2') => v1.0 GET /kilns/{id}/heat(from='{from}',to='{to}')
GET https://graph.microsoft.com/v1.0/reports/getHeat(period='D7') => v1.0 GET /reports/getHeat(period='{period}')
GET https://graph.microsoft.com/v1.0/reports/getHeat(period=%27D30%27) => v1.0 GET /reports/getHeat(period='{period}')
GET https://graph.microsoft.com/v1.0/reports/microsoft.graph.getHeat(period='D7') => v1.0 GET /reports/getHeat(period='{period}')
GET https://graph.microsoft.com/v1.0/Reports/GetHeat(Period='D7') => v1.0 GET /reports/getHeat(period='{period}')
GET https://graph.microsoft.com/v1.0/me/kiln => v1.0 GET /me/kiln
GET https://graph.microsoft.com/v1.0/Me/Kiln => v1.0 GET /me/kiln
GET https://graph.microsoft.com/v1.0/people/ann.lee@yard.example => v1.0 GET /people/{id | userPrincipalName}
GET https://graph.microsoft.com/v1.0/people/ann.lee%40yard.example => v1.0 GET /people/{id | userPrincipalName}
GET https://graph.microsoft.com/v1.0/people('ann.lee@yard.example') => v1.0 GET /people/{id | userPrincipalName}
GET https://graph.microsoft.com/v1.0/people/ann.o'neil@yard.example => v1.0 GET /people/{id | userPrincipalName}
GET https://graph.microsoft.com/v1.0/people/7/kilns/8/logs/9 => v1.0 GET /people/{id}/kilns/{id}/logs/{id}
GET https://graph.microsoft.com/v1.0/people('7')/kilns('8')/logs('9') => v1.0 GET /people/{id}/kilns/{id}/logs/{id}
GET https://graph.microsoft.com/v1.0/drives/b!x_y/items/01ABC => v1.0 GET /drives/{drive-id}/items/{item-id}
GET https://graph.microsoft.com/v1.0/drives/b!x_y/items/01ABC/children => v1.0 GET /drives/{drive-id}/items/{item-id}/children
GET https://graph.microsoft.com/v1.0/drives/b!x_y/items/01ABC:/a/b:/children => v1.0 GET /drives/{drive-id}/items/{item-id}/children
GET https://graph.microsoft.com/v1.0/drives/b!x_y/root:/a/b:/children => v1.0 GET /drives/{drive-id}/items/{item-id}/children
PUT https://graph.microsoft.com/v1.0/drives/b!x_y/items/01ABC:/new.txt:/content => v1.0 PUT /drives/{drive-id}/items/{parent-id}:/{filename}:/content
PUT https://graph.microsoft.com/v1.0/drives/b!x_y/items/01ABC:/a/b/new%20one.txt:/content => v1.0 PUT /drives/{drive-id}/items/{parent-id}:/{filename}:/content
GET https://graph.microsoft.com/v1.0/me/drive/root:/plans.docx => v1.0 GET /me/drive/root:/{item-path}
GET https://graph.microsoft.com/v1.0/me/drive/root:/a/b/plans.docx => v1.0 GET /me/drive/root:/{item-path}
GET https://graph.microsoft.com/v1.0/me/drive/root:/a/b/plans.docx: => v1.0 GET /me/drive/root:/{item-path}
GET https://graph.microsoft.com/v1.0/me/drive/root%3A/a/plans.docx => v1.0 GET /me/drive/root:/{item-path}
GET https://graph.microsoft.com/v1.0/me/drive/root:/a/plans.docx:/versions => v1.0 GET /me/drive/items/{id}/versions
GET https://graph.microsoft.com/v1.0/sites/yard.example:/sites/hr => v1.0 GET /sites/{hostname}:/{server-relative-path}
GET https://graph.microsoft.com/v1.0/sites/yard.example:/sites/hr:/lists => v1.0 GET /sites/{site-id}/lists
GET https://graph.microsoft.com/v1.0/sites/yard.example,1,2/lists => v1.0 GET /sites/{site-id}/lists
GET https://graph.microsoft.com/v1.0/chats/19:abc@thread.v2/messages => v1.0 GET /chats/{chat-id}/messages
GET https://graph.microsoft.com/v1.0/chats/19%3Aabc%40thread.v2/messages => v1.0 GET /chats/{chat-id}/messages
POST https://graph.microsoft.com/v1.0/communications/calls/7/microsoft.graph.answer => v1.0 POST /communications/calls/{id}/answer
POST https://graph.microsoft.com/v1.0/communications/calls/7/answer => v1.0 POST /communications/calls/{id}/answer
GET https://graph.microsoft.com/v1.0/potteries => -
GET https://graph.microsoft.com/v1.0/kilns/7/pots/8/9/10 => -
PUT https://graph.microsoft.com/v1.0/kilns => -
GET https://other.example/v1.0/kilns => -";

/// The row of each call, from the JSON of a run: a call is known by its text, with the method in capitals.
fn found(calls: &[&str]) -> String {
    let sandbox = Sandbox::new();
    sandbox.write(
        "docs-src/v1.0/api/kiln-get.md",
        page("Get kiln", ROUTES, "-", "-", "Kiln.Read.All"),
    );
    sandbox.write(
        "docs-src/beta/api/kiln-get.md",
        page("Get kiln", "GET /kilns", "-", "-", "Kiln.Read.All"),
    );
    let mut rows = String::new();
    for call in calls {
        sandbox.write("calls.txt", call);
        let run = sandbox
            .run(&["permissions", "--calls", "calls.txt", "--format", "json"])
            .ends(Status::Done);
        let answer: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        let text = |field: &str| answer["calls"][0][field].as_str().map(str::to_owned);
        let route = text("apiVersion")
            .zip(text("route"))
            .map(|(version, route)| format!("{version} {route}"));
        writeln!(rows, "{call} => {}", route.as_deref().unwrap_or("-")).unwrap();
    }
    rows.trim_end().to_owned()
}

#[test]
fn a_hundred_urls() {
    let calls: Vec<&str> = TABLE.lines().map(|row| row.split(" => ").next().unwrap()).collect();
    assert!(calls.len() >= 100);
    let found = found(&calls);
    for (row, expected) in found.lines().zip(TABLE.lines()) {
        assert_eq!(row, expected);
    }
}
