package vn.dondoc.reporting.plan;

import vn.dondoc.contracts.id.PlanId;

/** What figures call a plan, or a directive. */
public record PlanTitle(PlanId plan, String title, boolean directive) {}
