package vn.dondoc.console.measurement;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Frequency;

/** Indicators that provinces usually watch, to start from; their words stand in the bundles, the goal is for whoever defines it. */
public enum UsualIndicator {
    ONLINE_FILES(Frequency.MONTHLY, true),
    WHOLLY_ONLINE(Frequency.MONTHLY, true),
    ONLINE_PAYMENT(Frequency.MONTHLY, true),
    DIGITAL_RESULTS(Frequency.MONTHLY, true),
    FILES_IN_TIME(Frequency.MONTHLY, true),
    REUSED_DATA(Frequency.QUARTERLY, true),
    SIGNED_DOCUMENTS(Frequency.MONTHLY, true),
    PERSONAL_SIGNATURES(Frequency.QUARTERLY, true),
    VNEID_ACCOUNTS(Frequency.QUARTERLY, true),
    HEALTH_RECORDS(Frequency.QUARTERLY, true),
    CASHLESS_BENEFITS(Frequency.QUARTERLY, true),
    VILLAGES_WITH_5G(null, false),
    HOUSEHOLDS_WITH_FIBRE(null, true),
    DIGITAL_GROUPS(null, false);

    private final @Nullable Frequency rhythm;
    private final boolean share;

    UsualIndicator(@Nullable Frequency rhythm, boolean share) {
        this.rhythm = rhythm;
        this.share = share;
    }

    /** In keys of words and in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static @Nullable UsualIndicator of(@Nullable String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst().orElse(null);
    }

    /** How often it is measured; null where it is what it is on a day. */
    @Nullable Frequency rhythm() {
        return rhythm;
    }

    /** In percent, rather than counted. */
    boolean isShare() {
        return share;
    }
}
