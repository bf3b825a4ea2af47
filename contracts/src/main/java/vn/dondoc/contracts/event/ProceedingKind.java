package vn.dondoc.contracts.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** What people sat or looked together for: a meeting with conclusions, or an inspection with findings. */
public enum ProceedingKind implements Coded {
    MEETING,
    INSPECTION;

    @JsonValue
    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
