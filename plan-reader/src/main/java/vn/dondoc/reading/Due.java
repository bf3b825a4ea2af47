package vn.dondoc.reading;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;

/** Until when a task is to be done. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Due.By.class, name = "by"),
    @JsonSubTypes.Type(value = Due.Ongoing.class, name = "ongoing"),
    @JsonSubTypes.Type(value = Due.Recurring.class, name = "recurring")
})
public sealed interface Due {

    /**
     * By a day: {@code date} is the last day in time.
     *
     * @param inclusive whether the printed day is itself in time; "trước" excludes it, so the date is then the day before
     */
    record By(LocalDate date, boolean thenOngoing, boolean tentative, boolean inclusive) implements Due {
    }

    /** Always ("Thường xuyên"). */
    record Ongoing() implements Due {
    }

    /** Again and again, in one of the rhythms of {@link Reporting#frequency()}. */
    record Recurring(String frequency) implements Due {
    }
}
