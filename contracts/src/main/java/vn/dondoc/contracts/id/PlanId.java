package vn.dondoc.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A published plan. */
public record PlanId(@JsonValue String value) {

    @JsonCreator
    public PlanId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
