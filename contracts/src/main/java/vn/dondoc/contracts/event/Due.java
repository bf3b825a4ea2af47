package vn.dondoc.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;

/** When something is due, as the plan says it. Days are days in Asia/Ho_Chi_Minh. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Due.By.class, name = "by"),
    @JsonSubTypes.Type(value = Due.Ongoing.class, name = "ongoing"),
    @JsonSubTypes.Type(value = Due.Recurring.class, name = "recurring")
})
public sealed interface Due {

    /**
     * By a day.
     *
     * @param date the last day that is in time ("trước ngày 15" is the 14th)
     * @param thenOngoing to be kept up afterwards ("và thường xuyên")
     * @param tentative the plan says "dự kiến"
     */
    record By(LocalDate date, boolean thenOngoing, boolean tentative) implements Due {}

    /** "Thường xuyên": no day at all. */
    record Ongoing() implements Due {}

    /** Again in every period. */
    record Recurring(Frequency frequency) implements Due {}
}
