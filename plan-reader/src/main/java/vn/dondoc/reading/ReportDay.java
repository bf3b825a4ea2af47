package vn.dondoc.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A day of the month, with the month where the rhythm is a part of the year. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportDay(int day, @Nullable Integer month) {
}
