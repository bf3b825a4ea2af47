package vn.dondoc.reporting.facts;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.TimeClass;

/** Texts of a task from its published plan, and how it stands; {@code order} is its place in the plan. */
public record TaskText(int order, @Nullable String ordinal, String title, TimeClass timeClass) {}
