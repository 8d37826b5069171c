"""What Nintex' guide to client credentials says, where the workbench quotes it.

Source: the guide “Client Credentials flow with K2 Cloud with OData, Workflow REST or SCIM”.
"""

SUPPORT_URL = "https://customer.nintex.com/cases/Pages/default.aspx"
GUIDE_URL = (
    "https://help.nintex.com/en-US/k2cloud/userguide/current/Content/IdProviders/"
    "ClientCredentials.htm"
)
LINKS = (
    ("Ask Nintex support whether your environment is eligible", SUPPORT_URL),
    ("Read how Nintex describes the onboarding", GUIDE_URL),
)

WORKFLOW_ACCOUNT = "K2SQL:ClientCredentialsApp"
WORKFLOW_NOTE = (
    "If using workflow REST, usually authorization_code with browser login would be applicable, "
    "however you can also use client credentials; but it will be tied to a "
    f"{WORKFLOW_ACCOUNT} account and will only see tasks/workflows base on permissions and tasks "
    "assigned to this account."
)

CLIENT_ID_START = "idt.cc."
TOKEN_URL_SHAPE = "https://login.onk2.com/{guid}/connect/token"
