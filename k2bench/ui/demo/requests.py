"""Ready requests: one for each API of the demo tenant, and a few worth a look."""

from k2bench.core.request import RequestSpec

READY = (
    RequestSpec("GET", "{{odata}}/", name="OData v4: service document"),
    RequestSpec("GET", "{{odata}}/EmployeeSample", name="OData v4: EmployeeSample"),
    RequestSpec(
        "GET",
        "{{odata}}/PurchaseRequests?$filter=Amount gt 1000&$orderby=Amount desc&$top=50",
        name="OData v4: large purchase requests",
    ),
    RequestSpec("GET", "{{odata_v3}}/EmployeeSample?$format=json", name="OData v3: EmployeeSample"),
    RequestSpec("GET", "{{workflow}}/tasks", name="Workflow REST: tasks"),
    RequestSpec(
        "GET", "{{workflow}}/workflows?type=startable", name="Workflow REST: startable workflows"
    ),
    RequestSpec("GET", "{{scim}}/Users?count=100", name="SCIM: users"),
)
FIRST = READY[1]
OF_EACH_API = (READY[1], READY[3], READY[4], READY[6])
