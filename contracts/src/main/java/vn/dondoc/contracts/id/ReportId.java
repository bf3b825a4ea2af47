package vn.dondoc.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One expected report: a rule, a unit and a period. */
public record ReportId(@JsonValue String value) {

    @JsonCreator
    public ReportId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
