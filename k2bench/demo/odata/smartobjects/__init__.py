"""The catalogue: every SmartObject of the tenant, in the order of the service document."""

from __future__ import annotations

from k2bench.demo.odata.model import SmartObject
from k2bench.demo.odata.smartobjects.broken_contracts import LEGACY_CONTRACTS
from k2bench.demo.odata.smartobjects.budget_2024 import BUDGET_2024
from k2bench.demo.odata.smartobjects.currency_converter import CURRENCY_CONVERTER
from k2bench.demo.odata.smartobjects.departments import DEPARTMENTS
from k2bench.demo.odata.smartobjects.employee_sample import EMPLOYEE_SAMPLE
from k2bench.demo.odata.smartobjects.purchase_requests import PURCHASE_REQUESTS
from k2bench.demo.odata.smartobjects.smoke_test import SMOKE_TEST
from k2bench.demo.odata.smartobjects.suppliers import SUPPLIERS
from k2bench.demo.odata.smartobjects.travel_expenses import TRAVEL_EXPENSES
from k2bench.demo.odata.smartobjects.workflow_history import WORKFLOW_HISTORY

CATALOGUE: tuple[SmartObject, ...] = (
    EMPLOYEE_SAMPLE,
    SMOKE_TEST,
    DEPARTMENTS,
    SUPPLIERS,
    PURCHASE_REQUESTS,
    BUDGET_2024,
    WORKFLOW_HISTORY,
    LEGACY_CONTRACTS,
    TRAVEL_EXPENSES,
    CURRENCY_CONVERTER,
)
