package vn.dondoc.reporting.plan;

import vn.dondoc.contracts.id.PlanId;

/** What figures call a plan. */
public record PlanTitle(PlanId plan, String title) {}
