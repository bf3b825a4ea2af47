package vn.dondoc.contracts.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a unit is; the words of the two-level local government since July 2025. */
public enum UnitKind implements Coded {

    /** Tỉnh, thành phố. */
    PROVINCE,

    /** Xã. */
    COMMUNE,

    /** Phường. */
    WARD,

    /** Đặc khu. */
    SPECIAL_ZONE,

    /** Sở or office of the province. */
    DEPARTMENT,

    /** Phòng, văn phòng, trung tâm of a commune. */
    OFFICE,

    /** Công an. */
    POLICE,

    /** Ban chỉ huy quân sự. */
    MILITARY,

    /** Party body. */
    PARTY,

    /** Mặt trận Tổ quốc and organisations. */
    FRONT,

    /** Trường. */
    SCHOOL,

    /** Trạm y tế. */
    HEALTH,

    /** Thôn, ấp, xóm, bản, tổ dân phố. */
    VILLAGE,

    /** Steering committee or People’s Committee as a body. */
    COMMITTEE,

    /** Tổ công tác, Tổ giúp việc, Tổ công nghệ số cộng đồng. */
    WORKING_GROUP,

    /** Doanh nghiệp, hợp tác xã: addressed with "Đề nghị"; it receives, and acts where it has an account. */
    BUSINESS,

    /** Anything else. */
    OTHER;

    @JsonValue
    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
