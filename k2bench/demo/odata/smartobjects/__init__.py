"""The catalogue: every SmartObject of the tenant, in the order of the service document."""

from __future__ import annotations

from k2bench.demo.odata.model import SmartObject
from k2bench.demo.odata.smartobjects.employee_sample import EMPLOYEE_SAMPLE
from k2bench.demo.odata.smartobjects.smoke_test import SMOKE_TEST

CATALOGUE: tuple[SmartObject, ...] = (EMPLOYEE_SAMPLE, SMOKE_TEST)
