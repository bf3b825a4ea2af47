package vn.dondoc.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The reports of a rule and period put together in one place. */
public record ConsolidationId(@JsonValue String value) {

    @JsonCreator
    public ConsolidationId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
