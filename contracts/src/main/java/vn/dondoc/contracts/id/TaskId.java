package vn.dondoc.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A task of a plan; the assignment in task-service has the same id. */
public record TaskId(@JsonValue String value) {

    @JsonCreator
    public TaskId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
