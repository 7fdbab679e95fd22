//! Permissions of the documented calls.

use generated::beta::{role_assignment, role_scope_tag};
use generated::runtime::Scheme;
use generated::runtime::permissions::least;

#[test]
fn of_the_documented_calls() {
    let calls = [&role_assignment::LIST, &role_scope_tag::LIST, &role_assignment::DELETE];
    let set = least(&calls, Scheme::Application).unwrap();
    assert_eq!(set, ["DeviceManagementRBAC.ReadWrite.All"]);
    let error = least(&calls, Scheme::DelegatedPersonal).unwrap_err();
    assert_eq!(error.endpoints.len(), 3);
    assert!(
        error.to_string().contains("GET /beta/deviceManagement/roleScopeTags"),
        "{error}"
    );
}
