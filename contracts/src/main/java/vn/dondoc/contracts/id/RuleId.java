package vn.dondoc.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A reporting duty of a plan. */
public record RuleId(@JsonValue String value) {

    @JsonCreator
    public RuleId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
