package vn.dondoc.reporting.measurement;

import java.util.regex.Pattern;
import vn.dondoc.contracts.event.PlannedTarget;
import vn.dondoc.contracts.event.TargetArithmetic;
import vn.dondoc.platform.web.Folded;

/** How the figure of a target comes about while nobody has decided: by its words. */
final class Ways {

    private static final Pattern YES_NO = Pattern.compile("\\b(co khong|dat khong|hoan thanh khong)\\b");
    private static final Pattern SHARE = Pattern.compile("\\b(ty le|ti le|muc do|chi so|diem|xep hang)\\b");
    private static final Pattern MEAN = Pattern.compile("\\b(binh quan|trung binh)\\b");

    private Ways() {}

    /** Shares and marks are what they are now; counts are told from the beginning of the year, as units say them ("đến nay"). */
    static TargetArithmetic usual(PlannedTarget target) {
        var words = Folded.fold(target.name());
        var unit = Folded.fold(target.unit());
        if (YES_NO.matcher(unit.replaceAll("[^\\p{L}]+", " ").strip()).find()) {
            return TargetArithmetic.YES_NO;
        } else if (unit.contains("%") || SHARE.matcher(words).find() || MEAN.matcher(words).find()) {
            return TargetArithmetic.LATEST;
        }
        return TargetArithmetic.CUMULATIVE;
    }
}
