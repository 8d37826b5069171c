"""The SCIM service: scim2-server behind the tenant's own guards."""
