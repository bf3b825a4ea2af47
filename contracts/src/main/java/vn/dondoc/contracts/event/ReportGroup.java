package vn.dondoc.contracts.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** Units of a commune that a rule names together; who they are is looked up when a period opens. */
public enum ReportGroup implements Coded {

    /** "Các thôn": every village, hamlet and residential group. */
    VILLAGES,

    /** "Các phòng": every office of the commune. */
    OFFICES;

    @JsonValue
    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
