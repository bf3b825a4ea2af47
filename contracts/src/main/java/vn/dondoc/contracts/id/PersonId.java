package vn.dondoc.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A person, opaque: the name lives in plan-service only. Nobody has an id that is the subject of a service's token. */
public record PersonId(@JsonValue String value) {

    /** What the subjects of tokens of services begin with. */
    public static final String OF_SERVICES = "service:";

    @JsonCreator
    public PersonId {
        Ids.check(value);
        if (value.startsWith(OF_SERVICES)) {
            throw new IllegalArgumentException("Not an identifier of a person");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
