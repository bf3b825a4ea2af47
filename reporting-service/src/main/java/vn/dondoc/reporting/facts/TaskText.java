package vn.dondoc.reporting.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.AssigningLevel;
import vn.dondoc.contracts.event.TimeClass;

/**
 * Texts of a task from its published plan, and how it stands; {@code order} is its place in the plan.
 *
 * @param code in the systems of those above; null where nobody told one
 * @param level that set it; null where nobody said
 * @param assignedOn null where that is not recorded
 */
public record TaskText(
        int order, @Nullable String ordinal, String title, TimeClass timeClass, @Nullable String code, @Nullable AssigningLevel level, @Nullable LocalDate assignedOn) {}
