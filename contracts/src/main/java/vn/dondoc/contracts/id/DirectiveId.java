package vn.dondoc.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An act by which somebody gives work to one or many units. */
public record DirectiveId(@JsonValue String value) {

    @JsonCreator
    public DirectiveId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
