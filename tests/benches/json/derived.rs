//! The structs of the sample with serde's derives.

use serde::{Deserialize, Serialize};

/// The same fields in the same order as the emitted struct.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(crate) struct RoleDefinition {
    #[serde(rename = "id", skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(rename = "displayName", skip_serializing_if = "Option::is_none")]
    display_name: Option<String>,
    #[serde(rename = "description", skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(rename = "permissions", skip_serializing_if = "Option::is_none")]
    permissions: Option<Vec<RolePermission>>,
    #[serde(rename = "rolePermissions", skip_serializing_if = "Option::is_none")]
    role_permissions: Option<Vec<RolePermission>>,
    #[serde(rename = "isBuiltInRoleDefinition", skip_serializing_if = "Option::is_none")]
    is_built_in_role_definition: Option<bool>,
    #[serde(rename = "isBuiltIn", skip_serializing_if = "Option::is_none")]
    is_built_in: Option<bool>,
    #[serde(rename = "roleScopeTagIds", skip_serializing_if = "Option::is_none")]
    role_scope_tag_ids: Option<Vec<String>>,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
struct RolePermission {
    #[serde(rename = "actions", skip_serializing_if = "Option::is_none")]
    actions: Option<Vec<String>>,
    #[serde(rename = "resourceActions", skip_serializing_if = "Option::is_none")]
    resource_actions: Option<Vec<ResourceAction>>,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
struct ResourceAction {
    #[serde(rename = "allowedResourceActions", skip_serializing_if = "Option::is_none")]
    allowed_resource_actions: Option<Vec<String>>,
    #[serde(rename = "notAllowedResourceActions", skip_serializing_if = "Option::is_none")]
    not_allowed_resource_actions: Option<Vec<String>>,
}
