package vn.dondoc.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A unit of the directory: the province, a commune, or a unit below it. */
public record UnitId(@JsonValue String value) {

    @JsonCreator
    public UnitId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
