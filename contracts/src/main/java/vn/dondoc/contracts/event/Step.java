package vn.dondoc.contracts.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A milestone on the way of a task: draft, appraisal, submission, issue.
 *
 * @param doneOn the day it was reached; null while it is not
 */
public record Step(String name, @Nullable LocalDate doneOn) {}
